import { type Cell, textOf } from '../document.ts';

const DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/;

/** Which days of a column a program that writes the month first may have taken for others. */
export type Swapped = 'kept' | 'typed';

/**
 * A spreadsheet set to American days keeps "05/3" as 3 May, and leaves "25/3" as the words that were typed: then no day
 * that it keeps is past the twelfth, and some that is typed is. Where it writes its days out, none has a month past
 * the twelfth in front. Null where the days of a column are as they stand.
 */
export function swappedIn(cells: readonly (Cell | undefined)[]): Swapped | null {
  const days = cells.flatMap((cell) => {
    const [, first, second] = DAY.exec(textOf(cell)) ?? [];
    return first === undefined
      ? []
      : [{ kept: cell?.kept === true, first: Number(first), second: Number(second) }];
  });
  const kept = days.filter((day) => day.kept);
  const typed = days.filter((day) => !day.kept);
  if (kept.length > 0 && kept.every(({ first }) => first <= 12) && typed.some(({ first }) => first > 12))
    return 'kept';
  return typed.every(({ first }) => first <= 12) && typed.some(({ second }) => second > 12) ? 'typed' : null;
}

/** Whether the day of the cell may be another, day and month exchanged. */
export const mayBeSwapped = (cell: Cell | undefined, swapped: Swapped | null): boolean =>
  swapped !== null && (cell?.kept === true) === (swapped === 'kept') && DAY.test(textOf(cell));

/** Day and month exchanged: "trước 05/03/2026" for "trước 03/05/2026". */
export const exchanged = (words: string): string =>
  words.replace(/(\d{1,2})([/.-])(\d{1,2})(?=\2\d{4})/, '$3$2$1');
