import type { DayInMonth, WeekInMonth } from '../rule.ts';
import type { Token } from '../words/token.ts';
import type { Meaning } from './atom.ts';
import { type Lexed, place } from './lex-date.ts';
import { lexKnown } from './lex-known.ts';
import { lexMonth, monthOfSpan } from './lex-span.ts';

/** More than the months of a quarter: such a figure before one of them is a day. */
const MONTHS_OF_QUARTER = 3;

/** "15 tháng cuối quý", "20 tháng đầu quý sau", "trước 06 tháng sau": a day whose month is named by its place. */
export function lexDayOfSpan(tokens: readonly Token[], at: number): Lexed | null {
  const day = tokens[at]?.value ?? -1;
  if (day < 1 || day > 31 || tokens[at + 1]?.word !== 'thang') return null;
  const month = lexMonth(tokens, at + 1);
  const placed =
    month !== null &&
    (isNext(tokens, at, month) ||
      (day > MONTHS_OF_QUARTER && tokens.slice(at + 2, month.next).some(({ word }) => word === 'quy')));
  return placed ? { meanings: [dayMeaning(day)], next: at + 1 } : null;
}

/** "Trước 06 tháng sau", against "trước 3 tháng sau khi …". */
function isNext(tokens: readonly Token[], at: number, { meanings: [first], next }: Lexed): boolean {
  const ends = tokens[next] === undefined || tokens[next]?.kind === 'sign';
  const named = first?.kind === 'anchor' && first.anchor === 'next_month';
  return tokens[at - 1]?.word === 'truoc' && ends && named;
}

/** "(Ngày) 20 cuối quý": of its last month. */
export function lexDayOfQuarter(tokens: readonly Token[], at: number): Lexed | null {
  const day = tokens[at]?.value ?? -1;
  if (day < 1 || day > 31) return null;
  const found = inMonthOfSpan(tokens, at + 1, dayMeaning(day));
  return tokens.slice(at + 2, found?.next).some(({ word }) => word === 'quy') ? found : null;
}

const BETWEEN = new Set(['tien', 'cung', 'cua', 'moi', 'hang', 'tung']);

/**
 * "15 ngày đầu tháng 12", "10 ngày cuối quý IV/2024", "05 ngày đầu mỗi tháng": the last of the days counted. `at` is the
 * token after "ngày".
 */
export function lexCountedDays(tokens: readonly Token[], at: number, count: number): Lexed | null {
  const part = tokens[at]?.word;
  if ((part !== 'dau' && part !== 'cuoi') || count < 1 || count > 31) return null;
  const day = dayMeaning(part === 'dau' ? count : 'last');
  const ofSpan = inMonthOfSpan(tokens, at, day);
  if (ofSpan !== null) return ofSpan;
  let month = at + 1;
  while (BETWEEN.has(tokens[month]?.word ?? '')) month++;
  if (tokens[month]?.word !== 'thang') return null;
  const named = lexMonth(tokens, month) ?? lexKnown(tokens, month, true, true);
  return named === null
    ? { meanings: [day, { kind: 'anchor', anchor: 'same_month' }], next: month + 1 }
    : { meanings: [day], next: month };
}

/** "Tuần đầu quý I", "tuần cuối năm": the last week of a quarter or a year ends with it. `at` is "đầu" or "cuối". */
export function lexWeekOfSpan(tokens: readonly Token[], at: number): Lexed | null {
  const week: WeekInMonth = 1;
  return tokens[at]?.word === 'cuoi'
    ? inMonthOfSpan(tokens, at, dayMeaning('last'))
    : inMonthOfSpan(tokens, at, place({ kind: 'week', week, month: null, year: null }));
}

/** A day or week of the first or the last month of a quarter or a year. */
function inMonthOfSpan(tokens: readonly Token[], at: number, day: Meaning): Lexed | null {
  const month = monthOfSpan(tokens, at);
  return month === null || month.meanings.some(({ kind }) => kind === 'unclear')
    ? null
    : { meanings: [day, ...month.meanings], next: month.next };
}

const dayMeaning = (day: DayInMonth): Meaning => place({ kind: 'day', day, fromDay: null });
