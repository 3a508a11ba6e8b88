import { addDays, type LocalDate } from '../../time/local-date.ts';
import { ahead, HORIZON_DAYS } from './ahead.ts';
import { calendarDay } from './calendar-day.ts';
import { englishMonth, englishPart, englishPeriod } from './english.ts';
import { feast, schoolTerm } from './feast.ts';
import { half, month, part, quarter, relativeDay, week, year } from './period.ts';
import {
  byYears,
  type Days,
  gapAt,
  monthsFrom,
  numeral,
  phrase,
  phrases,
  type Reader,
  type Rule,
  says,
} from './reader.ts';
import { weekday } from './weekday.ts';

const ONWARD = phrases('trở đi', 'onwards', 'on');
/** A run of tokens that names days. */
export type TimeSpan = {
  readonly start: number;
  readonly next: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

const ATOMS: readonly Rule[] = [
  schoolTerm,
  ahead,
  half,
  part,
  weekday,
  calendarDay,
  englishPart,
  englishPeriod,
  englishMonth,
  relativeDay,
  week,
  month,
  quarter,
  year,
  feast,
];
const NOW = phrases(
  'bây giờ',
  'hôm nay',
  'ngày hôm nay',
  'hiện tại',
  'hiện nay',
  'nay',
  'giờ',
  'now',
  'today',
);
const TO = phrases(
  'cho đến hết',
  'cho tới hết',
  'đến hết',
  'tới hết',
  'cho đến',
  'cho tới',
  'đến',
  'tới',
  'to',
  'until',
  'till',
  'through',
  'and',
);
const LIST = phrases('và', 'hoặc', 'hay', 'với', 'rồi', 'and', 'or', 'cùng');
const UNTIL = phrases(
  'tính đến hết',
  'tính đến',
  'từ nay đến hết',
  'cho đến hết',
  'cho tới hết',
  'đến hết',
  'tới hết',
  'cho đến',
  'cho tới',
  'đến',
  'tới',
  'until',
  'till',
  'by the',
  'by',
  'chậm nhất',
  'muộn nhất',
  'hết',
  'xong',
);
const BEFORE = phrases('trước khi', 'trước thời điểm', 'trước', 'before the', 'before');
const AFTER = phrases('sau khi', 'sau', 'after the', 'after');
const SINCE = phrases(
  'kể từ',
  'bắt đầu từ',
  'trong khoảng từ',
  'trong khoảng',
  'khoảng từ',
  'từ',
  'from',
  'between',
  'since',
);

const BEGINNINGS = new Set(
  (
    'thang t tuan quy qui q qi qii qiii qiv quarter nam ngay hom mung mong thu chu cn nua dau giua cuoi trong within in the next last past ' +
    'this current coming previous rest remainder tu ke bat khoang from between since truoc before sau after den toi cho tinh until till by ' +
    'cham muon het xong nay mai mot sang trua chieu dem bua today tomorrow tmr tmrw yesterday tet dip nghi le ky ki hoc nien hk semester ' +
    'term school noel giang christmas xmas new quoc national khai gio lunar vai may few hai ba bon bay bay tam chin muoi sau chuc ' +
    'january jan february feb march mar april apr june jun july jul august aug september sept sep october oct november nov december dec ' +
    'monday mon tuesday tue wednesday wed thursday friday fri saturday sunday h first second end beginning start middle early late mid ' +
    'one two three four five six seven eight nine ten thirty kia'
  ).split(' '),
);

/** Every span, left to right; neighbours joined by "và" or a comma count as one. */
export function timeSpans(reader: Reader, blocked: ReadonlySet<number>): readonly TimeSpan[] {
  const spans: TimeSpan[] = [];
  let at = 0;
  while (at < reader.tokens.length) {
    const found = blocked.has(at) || !canBegin(reader, at) ? null : spanAt(reader, at);
    if (found === null || found.from > found.to) {
      at++;
      continue;
    }
    spans.push({ start: at, next: found.next, from: found.from, to: found.to });
    at = Math.max(found.next, at + 1);
  }
  return spans;
}

/** Most words begin no span; they are passed over at once. */
function canBegin(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return (
    token !== undefined && (token.kind === 'number' || (token.kind === 'word' && BEGINNINGS.has(token.plain)))
  );
}

function spanAt(reader: Reader, at: number): Days | null {
  return (
    since(reader, at) ?? before(reader, at) ?? after(reader, at) ?? until(reader, at) ?? plain(reader, at)
  );
}

function atomAt(reader: Reader, at: number): Days | null {
  for (const rule of ATOMS) {
    const found = rule(reader, at);
    if (found !== null) return found;
  }
  return null;
}

/** A list or a pair: `tháng 4, tháng 5 năm 2025`, `15/11 đến 15/12`, `tháng 11-12`. */
function plain(reader: Reader, at: number): Days | null {
  const first = atomAt(reader, at);
  return first === null ? null : extended(reader, first);
}

function extended(reader: Reader, first: Days): Days {
  const to = phrase(reader, first.next, TO);
  const dash = /^\s*(?:[-–]|->|→)\s*$/u.test(gapAt(reader, first.next)) ? 0 : null;
  const comma = /^\s*,\s*$/u.test(gapAt(reader, first.next)) ? 0 : null;
  const list = phrase(reader, first.next, LIST);
  const skip = to > 0 ? to : list > 0 ? list : (dash ?? comma);
  if (skip === null) return first;
  const at = first.next + skip;
  const second = atomAt(reader, at) ?? sameUnit(reader, first, at);
  if (second === null) return first;
  const joined = join(first, second);
  return joined === null ? first : to > 0 || dash !== null ? joined : extended(reader, joined);
}

/** `tháng 11-12`, `quý 1 và 2`: a bare number goes on counting months or quarters. */
function sameUnit(reader: Reader, first: Days, at: number): Days | null {
  const number = numeral(reader, at);
  if (number === null || !first.from.endsWith('-01')) return null;
  const following = reader.tokens[at + 1];
  if (
    following !== undefined &&
    following.kind === 'word' &&
    says(reader, at + 1, 'việc', 'nhiệm', 'đơn', 'ngày', 'tuần', 'cụm', 'phường')
  )
    return null;
  const isQuarter = addDays(first.to, 1) === byMonths(first.from, 3);
  if (isQuarter && number >= 1 && number <= 4)
    return monthsFrom(Number(first.from.slice(0, 4)), number * 3 - 2, 3, at + 1, first.floating);
  const isMonth = addDays(first.to, 1) === byMonths(first.from, 1);
  return isMonth && number >= 1 && number <= 12
    ? month({ ...reader, tokens: withMonth(reader, at) }, at - 1)
    : null;
}

function byMonths(date: LocalDate, months: number): LocalDate | null {
  const found = monthsFrom(Number(date.slice(0, 4)), Number(date.slice(5, 7)), months, 0);
  return found === null ? null : addDays(found.to, 1);
}

function withMonth(reader: Reader, at: number): Reader['tokens'] {
  const word = reader.tokens[at - 1];
  if (word === undefined) return reader.tokens;
  const tokens = [...reader.tokens];
  tokens[at - 1] = { ...word, kind: 'word', plain: 'thang', marked: 'thang' };
  return tokens;
}

/** The hull of both, the one without a year drawn to the other. */
function join(first: Days, second: Days): Days | null {
  if (second.to >= first.from) {
    const near = first.floating && !second.floating ? drawnBack(first, second) : first;
    return hull(near, second);
  }
  if (second.floating) return hull(first, byYears(second, 1));
  if (first.floating) return hull(drawnBack(first, second), second);
  return null;
}

function drawnBack(first: Days, second: Days): Days {
  let near = first;
  while (near.from > second.to) near = byYears(near, -1);
  const later = byYears(near, 1);
  return later.from <= second.to ? drawnBack(later, second) : near;
}

function hull(a: Days, b: Days): Days {
  return {
    from: a.from < b.from ? a.from : b.from,
    to: a.to > b.to ? a.to : b.to,
    next: b.next,
    floating: a.floating && b.floating,
  };
}

/** `từ 15/11 đến 15/12`, `từ giờ đến cuối năm`, `từ 15 đến 20/11`, `từ tháng 12` (to the end of its year). */
function since(reader: Reader, at: number): Days | null {
  const length = phrase(reader, at, SINCE);
  if (length === 0) return null;
  const start = at + length;
  const now = phrase(reader, start, NOW);
  if (now > 0) {
    const to = phrase(reader, start + now, TO);
    const end = to === 0 ? null : endPoint(reader, start + now + to);
    if (end !== null) return { from: reader.today, to: end.to, next: end.next, floating: false };
  }
  const first = atomAt(reader, start);
  if (first !== null) {
    const joined = extended(reader, first);
    if (joined.next > first.next) return joined;
    const onward = phrase(reader, first.next, ONWARD);
    return { ...first, to: `${first.to.slice(0, 4)}-12-31` as LocalDate, next: first.next + onward };
  }
  return daysOfOneMonth(reader, start);
}

/** `từ 15 đến 20/11`: the first day takes the month of the second. */
function daysOfOneMonth(reader: Reader, start: number): Days | null {
  const at = says(reader, start, 'ngày') ? start + 1 : start;
  const day = numeral(reader, at);
  const to = phrase(reader, at + 1, TO);
  if (day === null || to === 0) return null;
  const second = atomAt(reader, at + 1 + to);
  if (second === null || second.from !== second.to) return null;
  const from = `${second.to.slice(0, 8)}${String(day).padStart(2, '0')}` as LocalDate;
  return day >= 1 && from <= second.to ? { ...second, from } : null;
}

/** A day named with "trước" counts; a period named so does not. */
function before(reader: Reader, at: number): Days | null {
  const length = phrase(reader, at, BEFORE);
  if (length === 0) return null;
  const end = endPoint(reader, at + length);
  if (end === null) return null;
  const lastDay = end.from === end.to && !end.feast ? end.to : end.part ? end.to : addDays(end.from, -1);
  return lastDay < reader.today ? null : { from: reader.today, to: lastDay, next: end.next, floating: false };
}

function until(reader: Reader, at: number): Days | null {
  const length = phrase(reader, at, UNTIL);
  if (length === 0) return null;
  const end = endPoint(reader, at + length);
  if (end === null || end.to < reader.today) return null;
  return { from: reader.today, to: end.to, next: end.next, floating: false };
}

function after(reader: Reader, at: number): Days | null {
  const length = phrase(reader, at, AFTER);
  if (length === 0) return null;
  const found = atomAt(reader, at + length);
  if (found === null) return null;
  const from = addDays(found.to, 1);
  return { from, to: addDays(from, HORIZON_DAYS), next: found.next, floating: false };
}

type EndPoint = Days & { readonly feast: boolean; readonly part: boolean };

function endPoint(reader: Reader, at: number): EndPoint | null {
  const found = atomAt(reader, at) ?? bareUnit(reader, at);
  if (found === null) return null;
  return {
    ...found,
    feast: feast(reader, at) !== null,
    part: part(reader, at) !== null || englishPart(reader, at) !== null,
  };
}

/** `đến hết tháng`, `hết năm`, `cuối tuần`: the current one. */
function bareUnit(reader: Reader, at: number): Days | null {
  if (!says(reader, at, 'tuần', 'tháng', 'quý', 'năm')) return null;
  const token = reader.tokens[at];
  if (token === undefined) return null;
  const current = { ...token, plain: 'nay', marked: 'nay', kind: 'word' as const, breakBefore: false };
  const tokens = [...reader.tokens.slice(0, at + 1), current];
  const found =
    week({ ...reader, tokens }, at) ??
    month({ ...reader, tokens }, at) ??
    quarter({ ...reader, tokens }, at) ??
    year({ ...reader, tokens }, at);
  return found === null ? null : { ...found, next: at + 1 };
}
