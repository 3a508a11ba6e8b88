import {
  addDays,
  dateOf,
  dayOf as dayInDate,
  type LocalDate,
  mondayOf,
  monthOf,
  type Weekday,
  yearOf,
} from '../../time/local-date.ts';
import type { WeekdayInMonth, WeekInMonth } from '../rule.ts';
import { hasFigures, type Token } from '../words/token.ts';
import { wordNumbers } from '../words/word-numbers.ts';
import type { Meaning } from './atom.ts';
import { dateMeaning, type Lexed, place, yearAfter } from './lex-date.ts';
import { afterOf, dayOf } from './lex-day.ts';
import { lexWeekOfSpan } from './lex-of-span.ts';

const MONDAY = 1;
const WEEKDAYS = wordNumbers(['hai 2', 'ba 3', 'tu 4', 'nam 5', 'sau 6', 'bay 7']);
const WEEKS = wordNumbers([
  'dau nhat mot i 1 01',
  'hai nhi ii 2 02',
  'ba iii 3 03',
  'tu bon iv 4 04',
  'nam 5 05',
]);

/** Words after which "thứ hai" counts instead of naming Monday. */
const ORDINAL_BEFORE = new Set([
  'lan',
  'ky',
  'dot',
  'tuan',
  'thang',
  'buoc',
  'quy',
  'nam',
  'phien',
  'hop',
  'khoa',
  'cuoc',
  'nhom',
]);

/** "tuần 2", "tuần đầu tiên (của)", "tuần thứ nhất", "tuần cuối cùng". */
export function lexWeek(tokens: readonly Token[], at: number): Lexed | null {
  let position = at + 1;
  if (tokens[position]?.word === 'lam') position += 2;
  if (tokens[position]?.word === 'thu' || tokens[position]?.word === 'le') position++;
  const word = tokens[position]?.word ?? '';
  if (tokens[position]?.raw.toLowerCase() === 'từ') return null;
  if (isDatedBehind(tokens, position)) return { meanings: [], next: position + 1 };
  const found = word === 'cuoi' ? 'last' : WEEKS.get(word);
  if (found === undefined) {
    const ofYear = weekOfYear(tokens, position);
    if (ofYear !== null) return ofYear;
    const isNamed = tokens[position - 1]?.word === 'le' && !hasFigures(tokens);
    const other = isNamed || (tokens[position]?.value ?? -1) > 5 || ['nay', 'toi', 'sau'].includes(word);
    return other ? { meanings: [{ kind: 'unclear' }], next: position + 1 } : null;
  }
  const ofSpan = lexWeekOfSpan(tokens, position);
  if (ofSpan !== null) return ofSpan;
  const row = lastOfRow(tokens, position + 1);
  if (row !== null)
    return {
      meanings: [weekPlace(found), { kind: 'sign', sign: 'dash' }, weekPlace(row.week)],
      next: row.next,
    };
  const next = ['tien', 'cung'].includes(tokens[position + 1]?.word ?? '') ? position + 2 : position + 1;
  return { meanings: [weekPlace(found)], next: afterOf(tokens, next) };
}

const weekPlace = (week: number | 'last'): Meaning =>
  place({ kind: 'week', week: week as WeekInMonth, month: null, year: null });

const ROW_JOINTS = new Set([',', '+', '&', '-', 'va']);

/** "Tuần 1, 2 tháng 12", "tuần 2-3 của tháng 11": the last of weeks in a row before their month. */
function lastOfRow(tokens: readonly Token[], at: number): { week: number; next: number } | null {
  if (!ROW_JOINTS.has(tokens[at]?.word ?? '')) return null;
  const figure = tokens[at + 1]?.word === 'tuan' ? at + 2 : at + 1;
  const week = WEEKS.get(tokens[figure]?.word ?? '');
  if (week === undefined) return null;
  const isLast = tokens[afterOf(tokens, figure + 1)]?.word === 'thang';
  return isLast ? { week, next: afterOf(tokens, figure + 1) } : lastOfRow(tokens, figure + 1);
}

/** "Tuần 10 (từ 11/11 đến 16/11/2024)": the days in brackets say which week it is. */
function isDatedBehind(tokens: readonly Token[], at: number): boolean {
  const [week, open, first] = tokens.slice(at, at + 3);
  const dated = first?.kind === 'number' || first?.word === 'tu' || first?.word === 'ngay';
  return week?.kind === 'number' && open?.word === '(' && dated;
}

/** "tuần 48 năm 2024": from Monday to Sunday as ISO 8601 counts weeks, which a person confirms. */
function weekOfYear(tokens: readonly Token[], at: number): Lexed | null {
  const week = tokens[at]?.value ?? -1;
  const { year, next } = yearAfter(tokens, at + 1);
  if (year === null || week < 1 || week > 53) return null;
  const monday = addDays(mondayOf(dateOf(`${year}-01-04`)), 7 * (week - 1));
  const day = (date: LocalDate): Meaning =>
    dateMeaning(dayInDate(date), monthOf(date), yearOf(date), 'plain');
  const meanings: Meaning[] = [
    day(monday),
    { kind: 'sign', sign: 'dash' },
    day(addDays(monday, 6)),
    { kind: 'unclear' },
  ];
  return { meanings, next };
}

/** "thứ Sáu", "Chủ nhật", "thứ Sáu cuối cùng của tháng"; "thứ tự" is an order. */
export function lexWeekday(tokens: readonly Token[], at: number): Lexed | null {
  const found = weekdayAt(tokens, at);
  if (found === null) return null;
  const { weekday, next } = found;
  const nth = nthAt(tokens, next);
  if (nth !== null) return weekdayOfMonth(tokens, nth.next, { weekday, nth: nth.nth });
  const of = afterOf(tokens, next);
  const week = tokens[of]?.word === 'tuan' ? lexWeek(tokens, of) : null;
  const inWeek = week === null ? null : weekdayOfWeek(tokens, weekday, week);
  if (inWeek !== null) return inWeek;
  const isPart = ['dau', 'cuoi'].includes(tokens[next]?.word ?? '');
  return isPart
    ? { meanings: [{ kind: 'unclear' }], next: next + 1 }
    : { meanings: [place({ kind: 'weekday', weekday })], next };
}

/** "thứ Sáu tuần cuối cùng của tháng": the last Friday; of the weeks before it is not certain which day begins the first. */
function weekdayOfWeek(
  tokens: readonly Token[],
  weekday: Weekday,
  { meanings: [first], next }: Lexed,
): Lexed | null {
  if (first?.kind !== 'place' || first.place.kind !== 'week' || first.place.week === 5) return null;
  const { week } = first.place;
  const found = weekdayOfMonth(tokens, next, { weekday, nth: week });
  const isCertain = week === 'last' || (week === 1 && weekday === MONDAY);
  return isCertain ? found : { ...found, meanings: [...found.meanings, { kind: 'unclear' }] };
}

/** "Kỳ thứ hai", "tuần thứ hai", against "định kỳ thứ Hai" and "hằng tuần thứ Hai". */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  ORDINAL_BEFORE.has(tokens[at - 1]?.word ?? '') &&
  !COMES_BACK.has(`${tokens[at - 2]?.word} ${tokens[at - 1]?.word}`);

const COMES_BACK = new Set(['dinh ky', 'hang tuan', 'moi tuan', 'tung tuan']);

function weekdayAt(tokens: readonly Token[], at: number): { weekday: Weekday; next: number } | null {
  const word = tokens[at]?.word;
  const following = tokens[at + 1]?.word ?? '';
  if (word === 'cn') return { weekday: 7, next: at + 1 };
  if (word === 'chu' && following === 'nhat') return { weekday: 7, next: at + 2 };
  const weekday = WEEKDAYS.get(following) as Weekday | undefined;
  if (word !== 'thu' || weekday === undefined || isCounted(tokens, at)) return null;
  if (tokens[at + 1]?.raw.toLowerCase() === 'tự') return null;
  return { weekday, next: at + 2 };
}

const NTH = wordNumbers(['nhat 1', 'hai nhi 2', 'ba 3', 'tu bon 4']);

/** "đầu tiên", "cuối cùng", "thứ hai", "đầu (tháng)" behind a weekday. */
function nthAt(
  tokens: readonly Token[],
  at: number,
): (Pick<WeekdayInMonth, 'nth'> & { next: number }) | null {
  const [one, other] = [tokens[at]?.word, tokens[at + 1]?.word ?? ''];
  if (one === 'dau' && other === 'tien') return { nth: 1, next: at + 2 };
  if (one === 'cuoi' && other === 'cung') return { nth: 'last', next: at + 2 };
  if (other === 'thang' && (one === 'dau' || one === 'cuoi'))
    return { nth: one === 'dau' ? 1 : 'last', next: at + 1 };
  const nth = one === 'thu' ? NTH.get(other) : undefined;
  return nth === undefined ? null : { nth: nth as 1 | 2 | 3 | 4, next: at + 2 };
}

/** Of a month, or of the first or the last one of a quarter or a year. */
function weekdayOfMonth(tokens: readonly Token[], at: number, day: WeekdayInMonth): Lexed {
  return dayOf(tokens, at, day, day.nth === 1 ? 'first' : day.nth === 'last' ? 'last' : null);
}
