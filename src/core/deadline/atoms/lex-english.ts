import type { Token } from '../words/token.ts';
import { dateMeaning, isShortYear, type Lexed, place, yearAfter } from './lex-date.ts';

/** Names and their first three letters. */
export const ENGLISH_MONTHS: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, at) => [name, name.slice(0, 3)].map((word) => [word, at + 1] as const)),
);

/** "April 30", "April 30, 2025", "30 Apr 2025", "15-Nov-2024", "30-Nov-24", "April 2025". */
export function lexEnglishDate(tokens: readonly Token[], at: number): Lexed | null {
  const dayFirst = tokens[at]?.kind === 'number';
  const joint = dayFirst && JOINTS.has(tokens[at + 1]?.word ?? '') ? 1 : 0;
  const month = ENGLISH_MONTHS.get(tokens[dayFirst ? at + 1 + joint : at]?.word ?? '');
  const day = tokens[dayFirst ? at : at + 1]?.value ?? -1;
  if (month === undefined) return null;
  if (day >= 1 && day <= 31) {
    const { year, next } = shortYearAfter(tokens, at + 2 + joint) ?? yearAfter(tokens, at + 2 + joint);
    return { meanings: [dateMeaning(day, month, year, 'plain')], next };
  }
  // "Nov-24" is a month or a day of one.
  if (!dayFirst && isShortYear(tokens, at + 2)) return { meanings: [{ kind: 'unclear' }], next: at + 3 };
  const { year, next } = yearAfter(tokens, at + 1);
  return dayFirst || year === null ? null : { meanings: [place({ kind: 'month', month, year })], next };
}

const JOINTS = new Set(['-', '/']);

function shortYearAfter(tokens: readonly Token[], at: number): { year: number; next: number } | null {
  const year = JOINTS.has(tokens[at]?.word ?? '') ? at + 1 : at;
  return isShortYear(tokens, year) ? { year: 2000 + (tokens[year]?.value ?? 0), next: year + 1 } : null;
}

/** "H1/2025", "H2": the halves of a year in English. */
export function lexShortHalf(tokens: readonly Token[], at: number): Lexed | null {
  const half = tokens[at + 1];
  if (half?.glued !== true || (half.word !== '1' && half.word !== '2')) return null;
  const { year, next } = yearAfter(tokens, at + 2);
  return { meanings: [place({ kind: 'half', half: half.word === '1' ? 1 : 2, year })], next };
}
