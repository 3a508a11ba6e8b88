import {
  addDays,
  dateOf,
  dayOf,
  type LocalDate,
  mondayOf,
  monthOf,
  type Weekday,
  yearOf,
} from '../time/local-date.ts';
import type { Meaning } from './atom.ts';
import { dateMeaning, type Lexed, place, yearAfter } from './lex-date.ts';
import { afterOf } from './lex-day.ts';
import type { WeekInMonth } from './rule.ts';
import type { Token } from './token.ts';
import { wordNumbers } from './word-numbers.ts';

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
  const found = word === 'cuoi' ? 'last' : WEEKS.get(word);
  if (found === undefined) {
    const ofYear = weekOfYear(tokens, position);
    if (ofYear !== null) return ofYear;
    const other = (tokens[position]?.value ?? -1) > 5 || ['nay', 'toi', 'sau'].includes(word);
    return other ? { meanings: [{ kind: 'unclear' }], next: position + 1 } : null;
  }
  const next = ['tien', 'cung'].includes(tokens[position + 1]?.word ?? '') ? position + 2 : position + 1;
  return {
    meanings: [place({ kind: 'week', week: found as WeekInMonth, month: null, year: null })],
    next: afterOf(tokens, next),
  };
}

/** "tuần 48 năm 2024": from Monday to Sunday as ISO 8601 counts weeks, which a person confirms. */
function weekOfYear(tokens: readonly Token[], at: number): Lexed | null {
  const week = tokens[at]?.value ?? -1;
  const { year, next } = yearAfter(tokens, at + 1);
  if (year === null || week < 1 || week > 53) return null;
  const monday = addDays(mondayOf(dateOf(`${year}-01-04`)), 7 * (week - 1));
  const day = (date: LocalDate): Meaning => dateMeaning(dayOf(date), monthOf(date), yearOf(date), 'plain');
  const meanings: Meaning[] = [
    day(monday),
    { kind: 'sign', sign: 'dash' },
    day(addDays(monday, 6)),
    { kind: 'unclear' },
  ];
  return { meanings, next };
}

/** "thứ Sáu", "Chủ nhật"; "thứ Sáu cuối cùng của tháng" is a day that no rule has. */
export function lexWeekday(tokens: readonly Token[], at: number): Lexed | null {
  const word = tokens[at]?.word;
  const next = tokens[at + 1];
  if (word === 'cn' || (word === 'chu' && next?.word === 'nhat')) {
    return { meanings: [place({ kind: 'weekday', weekday: 7 })], next: word === 'cn' ? at + 1 : at + 2 };
  }
  const weekday = WEEKDAYS.get(next?.word ?? '') as Weekday | undefined;
  if (word !== 'thu' || weekday === undefined || ORDINAL_BEFORE.has(tokens[at - 1]?.word ?? '')) return null;
  const counted = { dau: 'tien', cuoi: 'cung' }[tokens[at + 2]?.word ?? ''];
  if (counted !== undefined)
    return { meanings: [{ kind: 'unclear' }], next: tokens[at + 3]?.word === counted ? at + 4 : at + 3 };
  return { meanings: [place({ kind: 'weekday', weekday })], next: at + 2 };
}
