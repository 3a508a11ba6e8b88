import { type Decision, doubtKey } from './decision.ts';
import type { PlanReading } from './plan-reading.ts';

/** Two rows of which somebody decided whether they are one duty. */
export interface DecidedPair {
  readonly no: string;
  readonly of: string;
  readonly isSame: boolean;
}

/** What was decided of rows that repeat one another. */
export function decidedPairs(
  { undecided }: Pick<PlanReading, 'undecided'>,
  decisions: readonly Decision[],
): DecidedPair[] {
  return decisions.flatMap((decision): DecidedPair[] => {
    if (decision.kind === 'duplicate') return [{ no: decision.no, of: decision.of, isSame: true }];
    if (decision.kind !== 'accept') return [];
    const doubt = undecided.find((one) => one.code === 'ROW_DUPLICATED' && doubtKey(one) === decision.about);
    if (doubt === undefined || doubt.where.kind !== 'task') return [];
    const { no } = doubt.where;
    return doubt.alternatives.map((of) => ({ no, of, isSame: false }));
  });
}

/** The decision that says the same of two rows of a reading; null where nobody doubted them. */
export function pairDecision(
  { undecided }: Pick<PlanReading, 'undecided'>,
  numbers: readonly [string, string],
  isSame: boolean,
): Decision | null {
  for (const doubt of undecided) {
    if (doubt.code !== 'ROW_DUPLICATED' || doubt.where.kind !== 'task') continue;
    const { no } = doubt.where;
    const of = doubt.alternatives.find((one) => numbers.includes(one) && one !== no);
    if (of === undefined || !numbers.includes(no)) continue;
    const about = doubtKey(doubt);
    return isSame ? { about, kind: 'duplicate', no, of } : { about, kind: 'accept' };
  }
  return null;
}
