import type { DayInMonth } from '../rule.ts';
import { isUnreadDay } from '../words/spelt-number.ts';
import type { Token } from '../words/token.ts';
import type { Atom, Meaning } from './atom.ts';
import { afterSpelling, dateMeaning, isYear, type Lexed, lexFigures, place, yearAfter } from './lex-date.ts';
import { lexDayOfQuarter } from './lex-of-span.ts';
import { lexMonth, lexQuarter, monthNumber } from './lex-span.ts';
import { dayInMonthOf } from './span.ts';

/** Words that make the figure before them an amount: "2 tháng 1 lần", "6 tháng 3 ngày". */
const COUNTED_AFTER = new Set(['lan', 'ngay', 'tuan', 'gio']);

/** A number by itself: a year, or a day after "trước" or in "ngày 15 và 30 hằng tháng". */
export function lexLoneNumber(tokens: readonly Token[], at: number, before: readonly Atom[]): Lexed | null {
  const value = tokens[at]?.value ?? -1;
  if (isYear(value)) return { meanings: [place({ kind: 'year', year: value })], next: at + 1 };
  if (value < 1 || value > 31) return null;
  const last = before.at(-1)?.meaning;
  const listed = before.at(-2)?.meaning;
  const follows = tokens[at + 1]?.word ?? '';
  const inList = last?.kind === 'sign' && listed?.kind === 'place' && listed.place.kind === 'day';
  // "ngày 15,6": a list of days rises, this is a day and its month.
  const glued = tokens[at]?.glued === true && tokens[at - 1]?.glued === true;
  if (inList && glued && typeof listed.place.day === 'number' && listed.place.day > value)
    return { meanings: [{ kind: 'unclear' }], next: at + 1 };
  const leads = [',', 'va', 'hoac', '&', '-'].includes(follows) && isDayOfMonth(tokens, at + 2);
  const monthlyCell = ['.', ')', ',', '('].includes(follows) && before.some(isEveryMonth);
  const ofMonths = follows === 'cac' && tokens[at + 2]?.word === 'thang';
  const bounded =
    last?.kind === 'bound' &&
    (monthlyCell || ofMonths || ['hang', 'moi', 'cua', 'thang', 'den', 'toi', ''].includes(follows));
  const monthly = last === undefined && ['hang', 'moi'].includes(follows) && tokens[at + 2]?.word === 'thang';
  const ofMonth = monthly || (last?.kind === 'sign' && follows === 'cua' && isSpanned(tokens, at + 2));
  const ofTet = follows === 'tet';
  return inList || bounded || leads || ofMonth || ofTet
    ? { meanings: [place({ kind: 'day', day: value, fromDay: null })], next: at + 1 }
    : null;
}

/** "Hằng tháng (trước 15)". */
const isEveryMonth = ({ meaning }: Atom): boolean => meaning.kind === 'every' && meaning.cycle === 'month';

/** "…, 15 của tháng cuối quý". */
function isSpanned(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === 'thang' && ['dau', 'cuoi', 'giua'].includes(tokens[at + 1]?.word ?? '');
}

/** "28, 29/11", "20-21 tháng 11", "sáng 28 và chiều 29/11": the figure after the joint is a day with its month. */
function isDayOfMonth(tokens: readonly Token[], at: number): boolean {
  let start = at;
  while (BEFORE_DAY.has(tokens[start]?.word ?? '')) start++;
  const first = (lexDayOfMonth(tokens, start) ?? lexFigures(tokens, start, true))?.meanings[0];
  return first?.kind === 'place' && (first.place.kind === 'date' || first.place.kind === 'day');
}

const BEFORE_DAY = new Set(['ngay', 'sang', 'chieu', 'toi', 'trua']);

/** "15 tháng 6 (năm 2025)", "06 (sáu) tháng 06 (sáu)". */
export function lexDayOfMonth(tokens: readonly Token[], at: number): Lexed | null {
  const day = tokens[at]?.value ?? -1;
  const spelt = afterSpelling(tokens, at + 1);
  const middle = tokens[spelt]?.word === ',' && tokens[at - 1]?.word === 'ngay' ? spelt + 1 : spelt;
  if (day < 1 || day > 31 || tokens[middle]?.word !== 'thang') return null;
  const month = monthNumber(tokens, middle + 1);
  if (month === null || COUNTED_AFTER.has(tokens[month.next]?.word ?? '')) return null;
  const { year, next } = yearAfter(tokens, month.next);
  const several = listOfMonths(tokens, middle);
  if (several !== null)
    return {
      meanings: [place({ kind: 'day', day, fromDay: null }), ...several.meanings],
      next: several.next,
    };
  const date = dateMeaning(day, month.month, year, 'plain');
  return { meanings: month.lunar ? [date, ...LUNAR_BY_NAME] : [date], next };
}

/** "Tháng Giêng", "tháng Chạp" are of the lunar calendar to most who write them, not to all. */
const LUNAR_BY_NAME: readonly Meaning[] = [{ kind: 'mark', mark: 'lunar' }, { kind: 'unclear' }];

/** "ngày 25 tháng 3, 6, 9 và 12": one day of several months, after which nothing is counted. */
function listOfMonths(tokens: readonly Token[], at: number): Lexed | null {
  const months = lexMonth(tokens, at);
  const joined = months?.meanings.some((meaning) => meaning.kind === 'sign' && meaning.sign === 'and');
  const following = tokens[months?.next ?? at];
  const ends = following?.kind !== 'word' || ['hang', 'moi', 'cua', 'nam'].includes(following.word);
  return joined === true && ends ? months : null;
}

/** "ngày 15/6/2025", "ngày 25", "ngày cuối cùng", "ngày làm việc cuối cùng", "mùng 5 Tết". */
export function lexNamedDay(tokens: readonly Token[], at: number): Lexed | null {
  const word = tokens[at + 1]?.word ?? '';
  if (word === 'mung' || word === 'mong') return lexNamedDay(tokens, at + 1);
  if (word === 'lam' && tokens[at + 2]?.word === 'viec') return workingDay(tokens, at + 3);
  if ((word === 'cuoi' || word === 'dau') && SEVERAL.has(tokens[at - 1]?.word ?? ''))
    return { meanings: [{ kind: 'unclear' }], next: at + 2 };
  if (word === 'cuoi') return lastDay(tokens, at + 2, 'last');
  if (word === 'dau' && tokens[at + 2]?.word === 'tien') return firstDay(tokens, at);
  if (word === 'thu') return nthDay(tokens, at + 2);
  if (word === 'thang' && !isFarther(tokens[at + 2]))
    return { meanings: [{ kind: 'unclear' }], next: at + 1 };
  if (isUnreadDay(tokens, at + 1)) return { meanings: [{ kind: 'unclear' }], next: at + 1 };
  if (tokens[at + 1]?.kind !== 'number') return null;
  return (
    lexDayOfMonth(tokens, at + 1) ??
    lexDayOfQuarter(tokens, at + 1) ??
    lexFigures(tokens, at + 1, true) ?? { meanings: [{ kind: 'impossible' }], next: at + 2 }
  );
}

/** "ngày thứ 90 kể từ ngày …" is a length; "ngày thứ 20 của tháng" a day. */
function nthDay(tokens: readonly Token[], at: number): Lexed | null {
  const value = tokens[at]?.value ?? -1;
  if (value < 1) return null;
  const counted = ['ke', 'tinh', 'sau'].includes(tokens[at + 1]?.word ?? '');
  if (counted) return { meanings: [{ kind: 'amount', amount: value, unit: 'day' }], next: at + 1 };
  const ofMonth = ['cua', 'thang', 'trong'].includes(tokens[at + 1]?.word ?? '');
  if (!ofMonth && !(tokens[at + 1]?.word === 'hang' && tokens[at + 2]?.word === 'thang')) return null;
  if (value > 31) return { meanings: [{ kind: 'impossible' }], next: at + 1 };
  return { meanings: [place({ kind: 'day', day: value, fromDay: null })], next: afterOf(tokens, at + 1) };
}

/** "ngày tháng sau", against the blanks of "ngày   tháng   năm 2025" and "ngày   tháng 12 năm 2024". */
function isFarther(token: Token | undefined): boolean {
  return token !== undefined && ['sau', 'truoc', 'toi', 'cuoi', 'dau', 'nay'].includes(token.word);
}

/** "ngày làm việc cuối cùng", "ngày làm việc đầu tiên"; the fifth one is a day that no rule has. */
function workingDay(tokens: readonly Token[], at: number): Lexed | null {
  const word = tokens[at]?.word;
  if (word === 'cuoi') return lastDay(tokens, at + 1, 'last_working_day');
  if (word === 'dau' && tokens[at + 1]?.word === 'tien')
    return dayOf(tokens, at + 2, 'first_working_day', 'first');
  const counted = word === 'thu' ? at + 2 : at + 1;
  return word === 'dau' || word === 'thu' ? { meanings: [{ kind: 'unclear' }], next: counted } : null;
}

function lastDay(tokens: readonly Token[], at: number, day: 'last' | 'last_working_day'): Lexed {
  return dayOf(tokens, tokens[at]?.word === 'cung' ? at + 1 : at, day, 'last');
}

/** Of the months of a quarter or a year the one that has "the first", "the last" of such days. */
type Edge = 'first' | 'last';

/** Such a day of the month that the words after it name, or of a month of "(của) quý", "(của) năm". */
export function dayOf(tokens: readonly Token[], at: number, day: DayInMonth, edge: Edge | null): Lexed {
  const next = afterOf(tokens, at);
  const named = place({ kind: 'day', day, fromDay: null });
  const word = tokens[next]?.word;
  // "Ngày cuối cùng của ngày 30/6"
  if (word === 'ngay' && tokens[next + 1]?.kind === 'number') return { meanings: [], next };
  const isNamed = lexQuarter(tokens, next) !== null || isYear(tokens[next + 1]?.value ?? -1);
  if (isNamed || !SPANS.has(word ?? '')) return { meanings: [named], next };
  if (word === 'nam' && tokens[next + 1]?.word === 'hoc') return { meanings: [{ kind: 'unclear' }], next };
  if (word === 'tuan' || edge === null) return { meanings: [named, { kind: 'unclear' }], next: next + 1 };
  if (word === 'nam')
    return { meanings: [place(dayInMonthOf(day, edge === 'first' ? 1 : 12, null))], next: next + 1 };
  return { meanings: [named, { kind: 'anchor', anchor: `${edge}_month_of_quarter` }], next: next + 1 };
}

const SPANS = new Set(['quy', 'nam', 'tuan']);

/** "Những ngày cuối năm": no day of them is named. */
const SEVERAL = new Set(['nhung', 'cac', 'may']);

/** "ngày đầu tiên của tháng (sau)", "ngày đầu tiên của quý". */
const firstDay = (tokens: readonly Token[], at: number): Lexed =>
  dayOf(tokens, afterOf(tokens, at + 3), 1, 'first');

/** "the 15th": a day of a month in English. */
export function lexOrdinal(tokens: readonly Token[], at: number): Lexed | null {
  const [day, suffix] = [tokens[at]?.value ?? -1, tokens[at + 1]];
  const ordinal = suffix?.glued === true && ['st', 'nd', 'rd', 'th'].includes(suffix.word);
  if (!ordinal || day < 1 || day > 31) return null;
  const next = tokens[at + 2]?.word === 'day' ? at + 3 : at + 2;
  return {
    meanings: [place({ kind: 'day', day, fromDay: null })],
    next: tokens[next]?.word === 'of' ? next + 1 : next,
  };
}

export const afterOf = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.word === 'cua' ? at + 1 : at;
