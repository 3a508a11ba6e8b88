import { byDue } from '../../core/obligation/due-order.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { DayRange } from '../../core/time/local-date.ts';
import { fresh } from '../plan/roll-forward.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { dayAt } from '../today.ts';
import { plannedObligations } from './planned-obligations.ts';
import type { Belongs } from './subject.ts';

/** An obligation of a list; one that is not stored is computed: of the far future, or of before the plan came here. */
export type ListedObligation = Obligation & { readonly stored: boolean };

/**
 * The obligations that lie in the range (days, both included) and belong to what is asked about, withdrawn ones left
 * out, by `dueOn`. Stored ones hold the truth; beyond what is stored the plan is computed.
 */
export async function listObligations(
  read: ReadModel,
  range: DayRange,
  now: Instant,
  belongs: Belongs = () => true,
): Promise<ListedObligation[]> {
  const directory = await read.organisation.directory();
  const book = await read.plans.book();
  const stored = await read.obligations.inRange(range.from, range.to);
  const known = new Set(stored.map(({ id }) => id));
  const today = dayAt(now, directory);
  const calendars = calendarsOf(directory.settings);
  const planned = plannedObligations(book, directory, range)
    .filter(([id]) => !known.has(id))
    .map(([id, wanted]) => ({
      ...fresh(id, wanted, now, today, { settings: directory.settings, book }, calendars),
      stored: false,
    }));
  // Stored on another day, where it was moved to.
  const moved = new Set((await read.obligations.byIds(planned.map(({ id }) => id))).map(({ id }) => id));
  const isListed = (one: Obligation): boolean => one.state !== 'withdrawn' && belongs(one);
  return [
    ...stored.filter(isListed).map((one) => ({ ...one, stored: true })),
    ...planned.filter((one) => !moved.has(one.id) && isListed(one)),
  ].sort(byDue);
}
