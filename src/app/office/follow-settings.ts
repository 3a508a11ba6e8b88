import { nextHourStage } from '../../core/assignment/hour-stages.ts';
import { obligationId } from '../../core/obligation/obligation-id.ts';
import { wantedObligations } from '../../core/obligation/wanted-obligations.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { stagesFor } from '../../core/reminder/stages-for.ts';
import { nextLookOn } from '../../core/reminder/turn.ts';
import { addMs, DAY_MS, type Instant } from '../../core/time/instant.ts';
import { addDays, addMonths } from '../../core/time/local-date.ts';
import { isOpen } from '../../core/work/work-state.ts';
import { stagesOfAssignment } from '../assignment/plan-hour-stages.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';

const MONTHS_AHEAD = 120;
const FARTHEST_ASSIGNMENT_MS = 3650 * DAY_MS;

/**
 * Carries changed settings into what is stored: from when an open obligation is overdue, and when it and a task of the
 * day are spoken of next. Days that people moved by themselves stay theirs.
 */
export async function followSettings(tx: Transaction, at: Instant): Promise<void> {
  const directory = await tx.organisation.directory();
  const book = await tx.plans.book();
  const calendars = calendarsOf(directory.settings);
  const today = dayAt(at, directory);
  const stored = (await tx.obligations.ofTasks(book.tasks.map(({ id }) => id))).filter(({ state }) =>
    isOpen(state),
  );
  const days = stored.flatMap(({ namedOn }) => namedOn ?? []);
  const window = {
    from: days.reduce((first, day) => (day < first ? day : first), today),
    to: addMonths(today, MONTHS_AHEAD),
  };
  const wanted = new Map(
    wantedObligations(book, directory, calendars, window).map((one) => [obligationId(one), one]),
  );
  const holds = await tx.holds.of(stored.map(({ id }) => id));
  for (const one of stored) {
    const given = wanted.get(one.id);
    const isAsGiven = given?.namedOn === one.namedOn && given.dueOn === one.dueOn;
    const next = given !== undefined && isAsGiven ? { ...one, overdueFrom: given.overdueFrom } : one;
    const stages = stagesFor(next, { settings: directory.settings, book }, calendars.work);
    const held = holds.filter((hold) => hold.obligationId === one.id);
    const nextStageOn = nextLookOn(stages, addDays(today, -1), held, null);
    if (next.overdueFrom === one.overdueFrom && nextStageOn === one.nextStageOn) continue;
    await tx.obligations.save({ ...next, nextStageOn });
  }
  for (const one of await tx.assignments.withStageBy(addMs(at, FARTHEST_ASSIGNMENT_MS))) {
    const nextStageAt = nextHourStage(stagesOfAssignment(one, directory), at);
    if (nextStageAt !== one.nextStageAt) await tx.assignments.save({ ...one, nextStageAt });
  }
}
