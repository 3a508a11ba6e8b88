import { addDays, dateOf, type LocalDate, monthOf, yearOf } from './local-date.ts';

/** `2024-Q4` */
export type Quarter = string & { readonly __brand: 'Quarter' };

export const quarterOf = (day: LocalDate): Quarter =>
  `${yearOf(day)}-Q${Math.ceil(monthOf(day) / 3)}` as Quarter;

/** Null for anything else than `2024-Q4`. */
export const parseQuarter = (text: string): Quarter | null =>
  /^\d{4}-Q[1-4]$/.test(text) ? (text as Quarter) : null;

export const quartersOfYear = (year: number): Quarter[] =>
  [1, 2, 3, 4].map((number) => `${year}-Q${number}` as Quarter);

/** First and last day. */
export function daysOfQuarter(quarter: Quarter): { readonly from: LocalDate; readonly to: LocalDate } {
  const [year = 0, number = 0] = quarter.split('-Q').map(Number);
  const first = (month: number, of: number) => dateOf(`${of}-${String(month).padStart(2, '0')}-01`);
  const next = number === 4 ? first(1, year + 1) : first(number * 3 + 1, year);
  return { from: first(number * 3 - 2, year), to: addDays(next, -1) };
}
