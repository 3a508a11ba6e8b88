import { hungKingsDayOf, solarOf, tetOf } from '../../calendar/lunar.ts';
import { schoolDay, schoolYearOf } from '../../calendar/school-calendar.ts';
import { addDays, type LocalDate, yearOf } from '../../time/local-date.ts';
import { calendarDay, floatingDay } from './calendar-day.ts';
import { ordinal } from './number-word.ts';
import {
  type Days,
  days,
  gapAt,
  numeral,
  type Phrases,
  phrase,
  phrases,
  type Reader,
  says,
} from './reader.ts';
import { fullYear, shiftAt, yearAfter } from './year.ts';

const HOLIDAY_WORDS = phrases('dịp', 'kỳ nghỉ', 'nghỉ', 'ngày', 'lễ');
const TET = phrases(
  'tết nguyên đán',
  'tết âm lịch',
  'tết âm',
  'tết ta',
  'tết cổ truyền',
  'tết',
  'lunar new year',
);
const HUNG_KINGS = phrases('giỗ tổ hùng vương', 'giỗ tổ');
const SCHOOL_YEAR = phrases('năm học', 'niên học', 'school year');
const TERM = phrases('học kỳ', 'học kì', 'hk', 'semester', 'term');
const SHORT_TERM = phrases('kỳ', 'kì');
const OF_SCHOOL_YEAR = phrases('năm học', 'của năm học');
const TET_LAST_DAY = 4;
// The lunar reckoning holds within these years.
const FIRST_LUNAR_YEAR = 1801;
const LAST_LUNAR_YEAR = 2198;

const FIXED: readonly (readonly [month: number, day: number, words: Phrases])[] = [
  [1, 1, phrases('tết dương lịch', 'tết dương', 'tết tây', 'năm mới dương lịch', 'new year')],
  [9, 2, phrases('quốc khánh', 'lễ quốc khánh', 'national day')],
  [12, 25, phrases('noel', 'giáng sinh', 'christmas', 'xmas')],
  [9, 5, phrases('khai giảng')],
  [11, 20, phrases('nhà giáo việt nam', 'nhà giáo')],
  [3, 8, phrases('quốc tế phụ nữ')],
  [10, 20, phrases('phụ nữ việt nam')],
  [5, 1, phrases('quốc tế lao động')],
];

/** `Tết` (five days from its first), `Giỗ Tổ`, `Noel`, `Quốc khánh`, `khai giảng`; the nearest not past. */
export function feast(reader: Reader, at: number): Days | null {
  const start = at + phrase(reader, at, HOLIDAY_WORDS);
  for (const [month, day, words] of FIXED) {
    const length = phrase(reader, start, words);
    if (length === 0) continue;
    const named = calendarDay(reader, start + length);
    if (named !== null && named.from === named.to) return named;
    const said = yearAfter(reader, start + length);
    const found = floatingDay(
      said === null ? reader : { ...reader, today: `${said.year}-01-01` as LocalDate, past: false },
      month,
      day,
      said?.next ?? start + length,
    );
    return found === null ? null : { ...found, floating: false };
  }
  const tet = phrase(reader, start, TET);
  if (tet > 0) return lunar(reader, start + tet, tetOf, TET_LAST_DAY);
  const hung = phrase(reader, start, HUNG_KINGS);
  return hung > 0 ? lunar(reader, start + hung, hungKingsDayOf, 0) : null;
}

const LAST_LUNAR_MONTH = phrases('tháng chạp', 'chạp');
const TET_BEGINS = phrases('tháng giêng', 'giêng');
const LAST_DAYS_FROM = 15;

/** `29 Tết`, `23 tháng chạp`, `mùng 3 Tết`: a day of the lunar calendar around the new year. */
export function tetDay(reader: Reader, at: number): Days | null {
  const first = says(reader, at, 'mùng', 'mồng');
  const start = first || says(reader, at, 'ngày') ? at + 1 : at;
  const day = numeral(reader, start);
  if (day === null || day < 1 || day > 30) return null;
  const chap = phrase(reader, start + 1, LAST_LUNAR_MONTH);
  const length = chap || phrase(reader, start + 1, TET) || phrase(reader, start + 1, TET_BEGINS);
  if (length === 0) return null;
  const ofOldYear = chap > 0 || (!first && day >= LAST_DAYS_FROM);
  const dayOf = (year: number): LocalDate => (ofOldYear ? solarOf(year - 1, 12, day) : solarOf(year, 1, day));
  return lunar(reader, start + 1 + length, dayOf, 0);
}

function lunar(reader: Reader, at: number, dayOf: (year: number) => LocalDate, length: number): Days | null {
  const said = yearAfter(reader, at);
  const year = said?.year ?? yearOf(reader.today);
  if (year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR) return null;
  let from = dayOf(year);
  if (said === null && !reader.past && addDays(from, length) < reader.today) from = dayOf(year + 1);
  if (said === null && reader.past && from > reader.today) from = dayOf(year - 1);
  return days(from, addDays(from, length), said?.next ?? at);
}

/** `năm học này`, `năm học 2024-2025`, `học kỳ I`, `HK2`, `school year`. */
export function schoolTerm(reader: Reader, at: number): Days | null {
  const year = phrase(reader, at, SCHOOL_YEAR);
  if (year > 0) {
    const said = schoolYearSaid(reader, at + year);
    return days(
      schoolDay(said.year, reader.school.startsOn),
      schoolDay(said.year, reader.school.endsOn),
      said.next,
    );
  }
  const term =
    phrase(reader, at, TERM) ||
    (phrase(reader, at, SHORT_TERM) > 0 && ordinal(reader, at + 1) !== null ? 1 : 0);
  if (term === 0) return null;
  const next = at + term;
  const number = ordinal(reader, next);
  if (number !== null && (number.value === 1 || number.value === 2))
    return numberedTerm(reader, number.value, number.next);
  const shift = shiftAt(reader, next);
  if (shift === null || shift.by > 1) return null;
  return shiftedTerm(reader, shift.by, shift.next);
}

function schoolYearSaid(reader: Reader, at: number): { year: number; next: number } {
  const first = fullYear(reader, at);
  if (first !== null) return { year: first, next: fullYear(reader, at + 1) === first + 1 ? at + 2 : at + 1 };
  const current = schoolYearOf(reader.today);
  const shift = shiftAt(reader, at);
  if (shift !== null) return { year: current + shift.by, next: shift.next };
  // Said in summer, with no other word or as "mới", it is the one to come.
  const isOver = schoolDay(current, reader.school.endsOn) < reader.today;
  const isNew = says(reader, at, 'mới');
  return { year: isOver && !reader.past ? current + 1 : current, next: isNew ? at + 1 : at };
}

function numberedTerm(reader: Reader, which: 1 | 2, at: number): Days | null {
  const length = phrase(reader, at, OF_SCHOOL_YEAR);
  if (length > 0) {
    const said = schoolYearSaid(reader, at + length);
    return { ...termOf(reader, said.year, which), next: said.next };
  }
  const first = /^[\s/]*$/u.test(gapAt(reader, at)) ? fullYear(reader, at) : null;
  if (first !== null) {
    const pair = fullYear(reader, at + 1) === first + 1;
    return { ...termOf(reader, first, which), next: pair ? at + 2 : at + 1 };
  }
  const current = termOf(reader, schoolYearOf(reader.today), which);
  const moved = reader.past ? current.from > reader.today : current.to < reader.today;
  return {
    ...(moved ? termOf(reader, schoolYearOf(reader.today) + (reader.past ? -1 : 1), which) : current),
    next: at,
  };
}

function shiftedTerm(reader: Reader, by: number, next: number): Days | null {
  const year = schoolYearOf(reader.today);
  const terms = [-1, 0, 1].flatMap((offset) => [
    termOf(reader, year + offset, 1),
    termOf(reader, year + offset, 2),
  ]);
  const current = terms.findIndex((term) => reader.today <= term.to);
  const found = terms[current + by];
  return found === undefined ? null : { ...found, next };
}

function termOf(reader: Reader, year: number, which: 1 | 2): Days {
  const { startsOn, semester1EndsOn, semester2StartsOn, endsOn } = reader.school;
  const [from, to] = which === 1 ? [startsOn, semester1EndsOn] : [semester2StartsOn, endsOn];
  return { from: schoolDay(year, from), to: schoolDay(year, to), next: 0, floating: false };
}
