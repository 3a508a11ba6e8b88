import type { Obligation } from '../obligation/obligation.ts';

/** How many calendar days before the last safe day, and working days after `overdueFrom`, a stage speaks. */
export interface Ladder {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** `hour`: a deadline that names an hour; `monthly`: what is owed for each month; `usual`: all else. */
export type LadderName = 'usual' | 'monthly' | 'hour';
export type Ladders = Readonly<Record<LadderName, Ladder>>;

/** What a new organisation begins with. */
export const DEFAULT_LADDERS: Ladders = {
  usual: { before: [14, 3], after: [1, 3, 7] },
  monthly: { before: [3], after: [1, 3, 7] },
  hour: { before: [1], after: [1, 3, 7] },
};

const MONTH_KEY = /^\d{4}-\d{2}$/;

/** The ladder that an obligation climbs. */
export function ladderOf(
  { dueMinute, periodKey }: Pick<Obligation, 'dueMinute' | 'periodKey'>,
  ladders: Ladders,
): Ladder {
  if (dueMinute !== null) return ladders.hour;
  return MONTH_KEY.test(periodKey) ? ladders.monthly : ladders.usual;
}
