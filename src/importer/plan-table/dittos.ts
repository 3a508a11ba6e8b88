import { isDitto } from './lead-cell.ts';
import type { SourceRow } from './plan-row.ts';

const REPEATABLE = ['lead', 'coordinating', 'deadline'] as const;

/** Puts the words of the row above in place of "nt" and "như trên". */
export function withoutDittos(rows: readonly SourceRow[]): SourceRow[] {
  const plain: SourceRow[] = [];
  for (const row of rows) {
    const above = plain.at(-1);
    let words = row;
    for (const field of REPEATABLE) {
      if (above !== undefined && isDitto(row[field])) {
        words = { ...words, [field]: above[field], own: { ...words.own, [field]: above[field] } };
      }
    }
    plain.push(words);
  }
  return plain;
}
