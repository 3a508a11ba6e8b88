import { type Assignment, namedDayOf } from '../../core/assignment/assignment.ts';
import {
  type HourStage,
  hourStageReached,
  hourStages,
  hourStagesAfter,
  lineStageOf,
  nextHourStage,
} from '../../core/assignment/hour-stages.ts';
import { dueHourOf } from '../../core/obligation/due-state.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import type { Person } from '../../core/organisation/person.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import { remindedOf } from '../../core/reminder/addressees.ts';
import { ladderOf } from '../../core/reminder/ladder-of.ts';
import { isOpen } from '../../core/work/work-state.ts';
import { planNotice, toPerson } from '../notices/plan-notice.ts';
import { slotOf } from '../notices/urgent-slot.ts';
import { isLate, type Planning } from '../planning.ts';
import type { Line, Notice } from '../ports/notice-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { tellList } from './tell-assignment.ts';

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
    if (stage.code !== 'hour') continue;
    const key = `${assignment.taskId}:${assignment.dueAt}`;
    await tellList({ tx, ids, at: now }, directory, assignment, key);
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
    await planLine(tx, ids, one, remindedOf(one, directory, today), {
      slot: slotOf(assignment.urgent, `${now}`),
      at: now,
      late: isLate(stage.at, now),
      dueOn: one.dueOn ?? today,
      stage: lineStageOf(stage.code, assignment.dueAt),
    });
  }
}

/**
 * On its day a plan's task that names an hour is spoken of by hours too. They are written in the morning, to go out
 * when they come: what is reported meanwhile withholds them.
 */
export async function planHoursAhead(
  tx: Transaction,
  { slot, now, ids }: Planning,
  obligation: Obligation,
  people: readonly Pick<Person, 'id'>[],
): Promise<void> {
  const { settings } = await tx.organisation.directory();
  const { dueOn } = obligation;
  const dueAt = dueHourOf(obligation, settings.zone);
  if (dueOn === null || dueAt === null || dueOn !== slot.on) return;
  const { hours } = ladderOf(obligation, { settings, book: await tx.plans.book() });
  for (const { code, at } of hourStagesAfter(now, dueAt, hours, settings, calendarsOf(settings).work)) {
    const stage = lineStageOf(code, dueAt);
    await planLine(tx, ids, obligation, people, { slot: `${at}`, at, late: false, dueOn, stage });
  }
}

async function planLine(
  { notices }: Pick<Transaction, 'notices'>,
  ids: Planning['ids'],
  { id: obligationId }: Obligation,
  people: readonly Pick<Person, 'id'>[],
  { dueOn, stage, ...when }: Pick<Line, 'dueOn' | 'stage'> & Pick<Notice, 'slot' | 'at' | 'late'>,
): Promise<void> {
  for (const { id } of people) {
    const addressee = toPerson(id);
    const telling = { tx: { notices }, ids, at: when.at };
    const noticeId = await planNotice(telling, 'assignment_reminder', addressee, when);
    await notices.addLine(noticeId, { obligationId, dueOn, stage, addressee });
  }
}
