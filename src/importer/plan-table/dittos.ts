import { isDitto } from './lead-cell.ts';
import type { SourceRow } from './plan-row.ts';

const REPEATABLE = ['lead', 'coordinating', 'deadline'] as const;

/** Puts the last words of a column in place of "nt" and "như trên". */
export function withoutDittos(rows: readonly SourceRow[]): SourceRow[] {
  const said = new Map<string, readonly string[]>();
  return rows.map((row) => {
    let words = row;
    for (const field of REPEATABLE) {
      const above = said.get(field);
      if (above !== undefined && isDitto(row[field])) {
        words = { ...words, [field]: above, own: { ...words.own, [field]: above } };
      } else if (row[field].length > 0) said.set(field, row[field]);
    }
    return words;
  });
}
