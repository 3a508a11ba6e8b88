import type { Obligation } from '../../core/obligation/obligation.ts';
import { isOwnerGone } from '../../core/obligation/owners.ts';
import { type UnownedOccurrence, unownedOccurrences } from '../../core/obligation/unowned.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { isUnitActive } from '../../core/organisation/unit.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { dayAt } from '../today.ts';

/** Work that nobody owes: of units and clusters that are no more, or of leads that name nobody known. */
export interface UnownedWork {
  readonly obligations: readonly Obligation[];
  readonly occurrences: readonly UnownedOccurrence[];
}

const AHEAD_DAYS = 60;

/** What of it falls due within the next 60 days; what is stored already is no occurrence any more. */
export async function unownedWork(read: ReadModel, now: Instant): Promise<UnownedWork> {
  const directory = await read.organisation.directory();
  const today = dayAt(now, directory);
  const until: LocalDate = addDays(today, AHEAD_DAYS);
  const gone = [
    ...directory.units.filter((unit) => !isUnitActive(unit, until)),
    ...directory.clusters.filter(({ id }) => isOwnerGone(directory, { kind: 'cluster', id }, until)),
  ].map(({ id }) => id);
  const stored = gone.length === 0 ? [] : await read.obligations.openOf(gone);
  const obligations = stored.filter(
    ({ owner, dueOn }) =>
      dueOn !== null && dueOn <= until && isOwnerGone(directory, owner, dueOn < today ? today : dueOn),
  );
  const book = await read.plans.book();
  const calendars = calendarsOf(directory.settings);
  const window = { from: today, to: until };
  const known = new Set(obligations.map(({ taskId, periodKey }) => `${taskId} ${periodKey}`));
  return {
    obligations,
    occurrences: unownedOccurrences(book, directory, calendars, window).filter(
      ({ taskId, periodKey }) => !known.has(`${taskId} ${periodKey}`),
    ),
  };
}
