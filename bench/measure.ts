/** One line of the report: what was measured, what came out, what is aimed at (empty where nothing is). */
export interface Measure {
  readonly name: string;
  readonly result: string;
  readonly aim: string;
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('the benchmark measured nothing');
  return middle;
}
