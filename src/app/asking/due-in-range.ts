import { liesIn } from '../../core/obligation/due-state.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addDays, type DayRange } from '../../core/time/local-date.ts';
import { isOpen } from '../../core/work/work-state.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { type ListedObligation, listObligations } from './list-obligations.ts';
import type { Belongs } from './subject.ts';

export interface DueInRange {
  readonly obligations: readonly ListedObligation[];
  /** The first open one that comes after the range, whatever its day; null when none is in sight. */
  readonly next: ListedObligation | null;
}

/** How far beyond a range to look for what comes next: near first, since that is nearly always enough. */
const LOOK_AHEAD_DAYS = [45, 400];

/** What falls due in the range (days, both included) of what belongs to the question, by day, and what comes next. */
export async function dueInRange(
  read: ReadModel,
  range: DayRange,
  belongs: Belongs,
  now: Instant,
): Promise<DueInRange> {
  for (const ahead of LOOK_AHEAD_DAYS) {
    const wide = { from: range.from, to: addDays(range.to, ahead) };
    const listed = await listObligations(read, wide, now, belongs);
    const within = listed.filter((one) => liesIn(one, range.from, range.to));
    const next =
      listed.find((one) => one.dueOn !== null && one.dueOn > range.to && isOpen(one.state)) ?? null;
    if (next !== null || ahead === LOOK_AHEAD_DAYS.at(-1)) return { obligations: within, next };
  }
  return { obligations: [], next: null };
}
