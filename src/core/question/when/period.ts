import {
  addDays,
  addMonths,
  lastDayOfMonth,
  localDate,
  mondayOf,
  monthOf,
  yearOf,
} from '../../time/local-date.ts';
import { count, ordinal } from './number-word.ts';
import {
  type Days,
  days,
  gapAt,
  monthDays,
  monthsFrom,
  type Phrases,
  phrase,
  phrases,
  type Reader,
  says,
  settled,
} from './reader.ts';
import { fullYear, isComing, shiftAt, yearAfter, yearAt } from './year.ts';

const YEAR_EDGES = phrases('đầu năm', 'cuối năm', 'cuối', 'đầu');
const NEAR = phrases('này', 'tới', 'sắp tới', 'đây', 'vừa rồi', 'vừa qua', 'rồi', 'trước');
const BACKWARD = phrases('trước', 'rồi');
const ROMAN_QUARTERS: Readonly<Record<string, number>> = { qi: 1, qii: 2, qiii: 3, qiv: 4 };

const DAY_WORDS: readonly (readonly [offset: number, words: Phrases])[] = [
  [
    0,
    phrases(
      'hôm nay',
      'ngày hôm nay',
      'bữa nay',
      'trong ngày',
      'sáng nay',
      'trưa nay',
      'chiều nay',
      'tối nay',
      'đêm nay',
      'today',
    ),
  ],
  [
    1,
    phrases(
      'ngày mai',
      'sáng mai',
      'trưa mai',
      'chiều mai',
      'tối mai',
      'bữa mai',
      'hôm mai',
      'mai',
      'tomorrow',
      'tmr',
      'tmrw',
    ),
  ],
  [2, phrases('ngày kia', 'ngày mốt', 'hôm kia tới', 'mốt', 'ngày một')],
  [-1, phrases('hôm qua', 'ngày hôm qua', 'sáng qua', 'chiều qua', 'tối qua', 'đêm qua', 'yesterday')],
  [-2, phrases('hôm kia', 'hôm trước')],
];

/** `hôm nay`, `mai`, `ngày kia`, `sáng mai`. */
export function relativeDay(reader: Reader, at: number): Days | null {
  if (isInName(reader, at)) return null;
  for (const [offset, words] of DAY_WORDS) {
    const length = phrase(reader, at, words);
    if (length > 0) {
      const date = addDays(reader.today, offset);
      return days(date, date, at + length);
    }
  }
  if (!says(reader, at, 'nay') || (at > 0 && !reader.tokens[at]?.breakBefore)) return null;
  return days(reader.today, reader.today, at + 1);
}

/** "Trường Hoa Mai": a capital inside a name, but for whoever types in capitals. */
function isInName(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  const before = reader.tokens[at - 1];
  if (token === undefined || before === undefined || token.breakBefore) return false;
  return token.capital && before.capital && token.text !== token.text.toUpperCase();
}

export function week(reader: Reader, at: number): Days | null {
  if (isComing(reader, at, 'tuần')) {
    const monday = addDays(mondayOf(reader.today), 7);
    return days(monday, addDays(monday, 6), at + 2);
  }
  if (!says(reader, at, 'tuần')) return null;
  const shift = shiftAt(reader, at + 1) ?? (says(reader, at - 1, 'trong') ? { by: 0, next: at + 1 } : null);
  if (shift === null) return null;
  const monday = addDays(mondayOf(reader.today), shift.by * 7);
  return days(monday, addDays(monday, 6), shift.next);
}

/** `tháng này`, `tháng 12`, `t11/2024`, `tháng giêng năm sau`; with a list: `tháng 4, 5`. */
export function month(reader: Reader, at: number): Days | null {
  if (isComing(reader, at, 'tháng') && ordinal(reader, at + 2) === null) {
    const target = addMonths(reader.today, 1);
    return monthDays(yearOf(target), monthOf(target), at + 2);
  }
  if (!says(reader, at, 'tháng') && !(says(reader, at, 't') && /^\.?$/u.test(gapAt(reader, at + 1))))
    return null;
  const shift = says(reader, at, 'tháng') ? shiftAt(reader, at + 1) : null;
  if (shift !== null) {
    const target = addMonths(reader.today, shift.by);
    return monthDays(yearOf(target), monthOf(target), shift.next);
  }
  const number = ordinal(reader, at + 1);
  if (number === null) return bareMonth(reader, at);
  if (number.value < 1 || number.value > 12) return null;
  return dated(reader, number.next, (year, next, floating) => monthDays(year, number.value, next, floating));
}

function bareMonth(reader: Reader, at: number): Days | null {
  if (!says(reader, at - 1, 'trong')) return null;
  return monthDays(yearOf(reader.today), monthOf(reader.today), at + 1);
}

/** `quý này`, `quý IV/2024`, `Q1`, `quý cuối năm`. */
export function quarter(reader: Reader, at: number): Days | null {
  const glued = ROMAN_QUARTERS[reader.tokens[at]?.plain ?? ''];
  if (glued !== undefined) return quarterOf(reader, glued, at + 1);
  const short = says(reader, at, 'q') && gapAt(reader, at + 1) === '';
  if (!short && !says(reader, at, 'quý', 'quí', 'quarter')) return null;
  const shift = short ? null : shiftAt(reader, at + 1);
  if (shift !== null) {
    const current = Math.floor((monthOf(reader.today) - 1) / 3);
    const target = addMonths(
      localDate(yearOf(reader.today), current * 3 + 1, 1) ?? reader.today,
      shift.by * 3,
    );
    return monthsFrom(yearOf(target), monthOf(target), 3, shift.next);
  }
  const edge = phrase(reader, at + 1, YEAR_EDGES);
  if (edge > 0) {
    const which = says(reader, at + 1, 'đầu') ? 1 : 4;
    const next = edge === 2 && yearAt(reader, at + 2) !== null ? at + 2 : at + 1 + edge;
    return quarterOf(reader, which, next);
  }
  const number = ordinal(reader, at + 1);
  if (number === null || number.value < 1 || number.value > 4) return null;
  return quarterOf(reader, number.value, number.next);
}

function quarterOf(reader: Reader, which: number, at: number): Days | null {
  return dated(reader, at, (year, next, floating) => monthsFrom(year, which * 3 - 2, 3, next, floating));
}

const STRETCH = phrases('giai đoạn', 'thời kỳ', 'nhiệm kỳ', 'khoá', 'period');

/** `năm nay`, `năm 2025`, a bare `2025`, `2021-2025`, `giai đoạn 2021-2025`. */
export function year(reader: Reader, at: number): Days | null {
  const stretch = phrase(reader, at, STRETCH);
  if (stretch > 0) return fullYear(reader, at + stretch) === null ? null : year(reader, at + stretch);
  if (isComing(reader, at, 'năm')) return monthsFrom(yearOf(reader.today) + 1, 1, 12, at + 2);
  const bare = fullYear(reader, at);
  const said =
    bare === null || !(at === 0 || /^\s/u.test(gapAt(reader, at)))
      ? yearAt(reader, at)
      : { year: bare, next: at + 1 };
  // "nộp kế hoạch năm rồi": the plan of the year, already.
  if (said === null || (says(reader, at - 1, 'hoạch') && says(reader, at + 1, 'rồi'))) return null;
  const last = /^\s?[-–]\s?$/u.test(gapAt(reader, said.next)) ? fullYear(reader, said.next) : null;
  return last === null || last < said.year
    ? days(localDate(said.year, 1, 1), localDate(said.year, 12, 31), said.next)
    : days(localDate(said.year, 1, 1), localDate(last, 12, 31), said.next + 1);
}

/** `6 tháng đầu năm 2025`, `9 tháng đầu năm`, `nửa cuối năm`, `nửa đầu tháng 12`. */
export function half(reader: Reader, at: number): Days | null {
  const counted = says(reader, at, 'nửa') ? null : count(reader, at);
  if (counted !== null && counted.value <= 12 && says(reader, counted.next, 'tháng')) {
    const first = says(reader, counted.next + 1, 'đầu');
    if (!first && !says(reader, counted.next + 1, 'cuối')) return null;
    const afterEdge = counted.next + 2;
    if (says(reader, afterEdge, 'tháng', 'tuần')) return null;
    const start = first ? 1 : 13 - counted.value;
    const at2 =
      says(reader, afterEdge, 'năm') && yearAt(reader, afterEdge) === null ? afterEdge + 1 : afterEdge;
    return dated(reader, at2, (y, next, floating) => monthsFrom(y, start, counted.value, next, floating));
  }
  if (!says(reader, at, 'nửa') || !says(reader, at + 1, 'đầu', 'cuối')) return null;
  const first = says(reader, at + 1, 'đầu');
  const whole = month(reader, at + 2) ?? thisMonth(reader, at + 2);
  if (whole !== null)
    return first ? { ...whole, to: addDays(whole.from, 14) } : { ...whole, from: addDays(whole.from, 15) };
  const at2 = says(reader, at + 2, 'năm') && yearAt(reader, at + 2) === null ? at + 3 : at + 2;
  return dated(reader, at2, (y, next, floating) => monthsFrom(y, first ? 1 : 7, 6, next, floating));
}

const EDGES = ['đầu', 'giữa', 'cuối'];
const TEN_DAYS = ['thượng', 'trung', 'hạ'];

const wordIndex = (reader: Reader, at: number, words: readonly string[]): number =>
  words.findIndex((word) => says(reader, at, word));

/** `đầu tháng 12` and `thượng tuần tháng 12` 1–10, `giữa tháng` 11–20, `cuối tháng` 21–end; parts of a week, quarter or year. */
export function part(reader: Reader, at: number): Days | null {
  const tenDays = says(reader, at + 1, 'tuần') ? wordIndex(reader, at, TEN_DAYS) : -1;
  const which = tenDays === -1 ? wordIndex(reader, at, EDGES) : tenDays;
  if (which !== 0 && which !== 1 && which !== 2) return null;
  const start = tenDays === -1 ? at + 1 : at + 2;
  const monthSaid = month(reader, start);
  const found = monthSaid ?? thisMonth(reader, start);
  if (found !== null) {
    const from = addDays(found.from, which * 10);
    const cut = { ...found, from, to: which === 2 ? found.to : addDays(from, 9) };
    return monthSaid === null && !reader.past && cut.to < reader.today
      ? nextMonthPart(reader, which, found.next)
      : cut;
  }
  const weekSaid = week(reader, start) ?? thisWeek(reader, start);
  if (weekSaid !== null) {
    const [from, to] = (
      [
        [0, 1],
        [2, 3],
        [5, 6],
      ] as const
    )[which];
    return { ...weekSaid, from: addDays(weekSaid.from, from), to: addDays(weekSaid.from, to) };
  }
  const quarterSaid = quarter(reader, start);
  if (quarterSaid !== null) {
    const first = addMonths(quarterSaid.from, which);
    return { ...quarterSaid, from: first, to: lastDayOfMonth(yearOf(first), monthOf(first)) };
  }
  if (!says(reader, start, 'năm') || says(reader, start + 1, 'học')) return null;
  const said = yearAt(reader, start);
  const [first, length] = (
    [
      [1, 3],
      [5, 4],
      [10, 3],
    ] as const
  )[which];
  if (said !== null) return monthsFrom(said.year, first, length, said.next);
  return settled(reader, monthsFrom(yearOf(reader.today), first, length, start + 1, true));
}

/** Days that may carry a year: with one they stand, without one they are the nearest. */
export function dated(
  reader: Reader,
  at: number,
  make: (year: number, next: number, floating: boolean) => Days | null,
): Days | null {
  const near = phrase(reader, at, NEAR);
  const said = yearAfter(reader, at);
  if (said !== null) return make(said.year, said.next, false);
  const back = says(reader, at, 'vừa') || phrase(reader, at, BACKWARD) > 0;
  // "tháng 12 trước ngày 20": here "trước" belongs to what follows.
  const next =
    near > 0 &&
    !(
      says(reader, at, 'trước', 'tới', 'rồi') &&
      reader.tokens[at + near] !== undefined &&
      startsDay(reader, at + near)
    )
      ? at + near
      : at;
  const shifted = yearAfter(reader, next);
  if (shifted !== null && next > at) return make(shifted.year, shifted.next, false);
  return settled(
    back && next > at ? { ...reader, past: true } : reader,
    make(yearOf(reader.today), next, true),
  );
}

function startsDay(reader: Reader, at: number): boolean {
  return reader.tokens[at]?.kind === 'number' || says(reader, at, 'ngày', 'tháng', 'quý', 'năm', 'khi');
}

function thisMonth(reader: Reader, at: number): Days | null {
  if (!says(reader, at, 'tháng')) return null;
  return monthDays(yearOf(reader.today), monthOf(reader.today), at + 1);
}

function thisWeek(reader: Reader, at: number): Days | null {
  if (!says(reader, at, 'tuần')) return null;
  const monday = mondayOf(reader.today);
  return days(monday, addDays(monday, 6), at + 1);
}

function nextMonthPart(reader: Reader, which: number, next: number): Days | null {
  const target = addMonths(reader.today, 1);
  const whole = monthDays(yearOf(target), monthOf(target), next);
  if (whole === null) return null;
  const from = addDays(whole.from, which * 10);
  return { ...whole, from, to: which === 2 ? whole.to : addDays(from, 9) };
}
