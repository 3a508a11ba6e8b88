import { isDone } from '../work/work-state.ts';
import type { Obligation } from './obligation.ts';

/** What was told of the work, without its days. */
type Telling = Pick<Obligation, 'state' | 'percent' | 'step' | 'meeting' | 'reason' | 'doneOn' | 'changedAt'>;

export const isUntold = ({ state, percent }: Pick<Obligation, 'state' | 'percent'>): boolean =>
  percent === 0 && (state === 'not_started' || state === 'withdrawn');

/** Whether the one is farther than the other: confirmed, done, then by how much of it is. */
export const isFarther = (one: Telling, other: Telling): boolean => {
  const [rank, otherRank] = [rankOf(one), rankOf(other)];
  return rank === otherRank ? one.percent > other.percent : rank > otherRank;
};

const rankOf = ({ state }: Telling): number => {
  if (state === 'confirmed') return 3;
  if (isDone(state)) return 2;
  return state === 'not_started' || state === 'withdrawn' ? 0 : 1;
};

/** The obligation with what was told of another of the same duty. */
export const toldAs = (
  one: Obligation,
  { state, percent, step, meeting, reason, doneOn, changedAt }: Telling,
): Obligation => ({ ...one, state, percent, step, meeting, reason, doneOn, changedAt });
