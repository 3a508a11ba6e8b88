import { type Assignment, namedDayOf } from '../core/assignment/assignment.ts';
import {
  type HourStage,
  hourStageReached,
  hourStages,
  lineStageOf,
  nextHourStage,
} from '../core/assignment/hour-stages.ts';
import type { Obligation } from '../core/obligation/obligation.ts';
import { isOpen } from '../core/obligation/work-state.ts';
import { calendarsOf } from '../core/organisation/calendars.ts';
import type { Directory } from '../core/organisation/directory.ts';
import { taskById } from '../core/plan/plan-book.ts';
import { remindedOf } from '../core/reminder/addressees.ts';
import { HOUR_MS } from '../core/time/instant.ts';
import type { Planning } from './planning.ts';
import type { Transaction } from './ports/transaction.ts';
import { tellList } from './tell-assignment.ts';
import { dayAt } from './today.ts';
import { slotOf } from './urgent-slot.ts';

/** From this delay on a word comes late. */
const LATE_MS = HOUR_MS;

/**
 * Reminds of the tasks of the day of which a stage has come: whoever has not done them, and at the hour itself only
 * those who never answered; then who has not is the giver's list. What one instant brings to one person is one message. A
 * stage passed over in an outage speaks as the latest one.
 */
export async function planHourStages(
  tx: Transaction,
  { now, ids }: Pick<Planning, 'now' | 'ids'>,
): Promise<void> {
  const due = await tx.assignments.withStageBy(now);
  if (due.length === 0) return;
  const directory = await tx.organisation.directory();
  for (const assignment of due) {
    const stages = stagesOfAssignment(assignment, directory);
    await tx.assignments.save({ ...assignment, nextStageAt: nextHourStage(stages, now) });
    const stage = hourStageReached(stages, now);
    const open = stage === null ? [] : await openOf(tx, assignment);
    if (stage === null || open.length === 0) continue;
    await planLines(tx, { now, ids }, directory, assignment, stage, open);
    if (stage.code === 'hour')
      await tellList(tx, ids, assignment, `${assignment.taskId}:${assignment.dueAt}`, now);
  }
}

/** Half of the time is counted from when its hour was last changed. */
export const stagesOfAssignment = (assignment: Assignment, { settings }: Directory): HourStage[] =>
  hourStages(
    { ...assignment, givenAt: assignment.changedAt ?? assignment.givenAt },
    settings,
    calendarsOf(settings).work,
  );

/** What is still owed by that hour; what was put off to a later day is not. */
async function openOf(tx: Transaction, { taskId }: Assignment): Promise<Obligation[]> {
  const task = taskById(await tx.plans.book(), taskId);
  const day = namedDayOf(task);
  const owed = await tx.obligations.ofTasks([taskId]);
  return owed.filter((one) => isOpen(one.state) && one.namedOn === day?.on);
}

async function planLines(
  tx: Transaction,
  { now, ids }: Pick<Planning, 'now' | 'ids'>,
  directory: Directory,
  assignment: Assignment,
  stage: HourStage,
  open: readonly Obligation[],
): Promise<void> {
  const today = dayAt(now, directory);
  const silent = open.filter(({ state }) => stage.code !== 'hour' || state === 'not_started');
  for (const one of silent) {
    for (const { id } of remindedOf(one, directory, today)) {
      const addressee = { kind: 'person', id } as const;
      const noticeId = await tx.notices.plan({
        id: ids.next<'notice'>(),
        kind: 'assignment_reminder',
        addressee,
        slot: slotOf(assignment.urgent, `${now}`),
        at: now,
        subject: null,
        late: now - stage.at >= LATE_MS,
      });
      await tx.notices.addLine(noticeId, {
        obligationId: one.id,
        dueOn: one.dueOn ?? today,
        stage: lineStageOf(stage.code, assignment.dueAt),
        addressee,
      });
    }
  }
}
