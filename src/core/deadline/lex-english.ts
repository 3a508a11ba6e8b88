import { dateMeaning, type Lexed, yearAfter } from './lex-date.ts';
import type { Token } from './token.ts';

const ENGLISH_MONTHS =
  'january february march april may june july august september october november december'.split(' ');

/** "April 30", "April 30, 2025", "30 Apr 2025". */
export function lexEnglishDate(tokens: readonly Token[], at: number): Lexed | null {
  const dayFirst = tokens[at]?.kind === 'number';
  const month = englishMonth(tokens[dayFirst ? at + 1 : at]?.word ?? '');
  const day = tokens[dayFirst ? at : at + 1]?.value ?? -1;
  if (month === 0 || day < 1 || day > 31) return null;
  const { year, next } = yearAfter(tokens, at + 2);
  return { meanings: [dateMeaning(day, month, year, 'plain')], next };
}

function englishMonth(word: string): number {
  return (
    ENGLISH_MONTHS.findIndex((name) => word === name || (word.length === 3 && name.startsWith(word))) + 1
  );
}
