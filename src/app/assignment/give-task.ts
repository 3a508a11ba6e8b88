import { type Assignment, dueAtOf, type Recipient, toldAtOf } from '../../core/assignment/assignment.ts';
import { nextHourStage } from '../../core/assignment/hour-stages.ts';
import { deadlineDays } from '../../core/deadline/days.ts';
import type { NamedDay } from '../../core/deadline/named-day.ts';
import { printRule } from '../../core/deadline/print.ts';
import type { ClusterId, TaskId } from '../../core/id.ts';
import { ownerName } from '../../core/obligation/owner-name.ts';
import { ownersOf } from '../../core/obligation/owners.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { type Directory, membersOf } from '../../core/organisation/directory.ts';
import type { PlanBook, Task, TaskRule } from '../../core/plan/plan-book.ts';
import { type Instant, localDateAt } from '../../core/time/instant.ts';
import { addDays } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { rollForward } from '../plan/roll-forward.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { whoMayAssign } from './assignment-access.ts';
import { type Conclusion, isGiven, markGiven } from './conclusion.ts';
import { stagesOfAssignment } from './plan-hour-stages.ts';
import { tellAssignment } from './tell-assignment.ts';

export interface TaskOrder {
  readonly title: string;
  readonly recipients: readonly Recipient[];
  readonly day: NamedDay;
  /** Hỏa tốc: said outside office hours too. */
  readonly urgent: boolean;
  /** Of a component item: the cluster that asks its units for it, and the task that it is a part of. */
  readonly item: { readonly clusterId: ClusterId; readonly parentId: TaskId } | null;
  /** Of what a session concluded: which conclusion. */
  readonly conclusion?: Conclusion;
}

export interface TaskGiven {
  readonly task: Task;
  readonly assignment: Assignment;
}

/** Before the numbers of tasks of the day: `GV1`. */
const LABEL = 'GV';
/** Nobody is given a task at once for later than this. */
const LONGEST_DAYS = 366;

/** Whether a day and hour may be given: still ahead, and not farther than a year. */
export const mayBeGiven = (day: NamedDay, { settings }: Directory, now: Instant): boolean =>
  dueAtOf(day, settings) > now && day.on <= addDays(localDateAt(now, settings.zone), LONGEST_DAYS);

/** Whether it is told before its hour, given now: outside office hours that waits, unless it is urgent. */
export const isToldInTime = (
  { day, urgent }: Pick<TaskOrder, 'day' | 'urgent'>,
  { settings }: Directory,
  now: Instant,
): boolean => toldAtOf({ urgent }, now, settings, calendarsOf(settings).work) < dueAtOf(day, settings);

/**
 * Gives a task at once, outside any plan: one obligation a unit or cluster, told to their people and groups in the same
 * transaction. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, ASSIGNMENT_HEAD_ONLY, ASSIGNMENT_DAY,
 * ASSIGNMENT_TOLD_LATE, ASSIGNMENT_NO_RECIPIENTS, CONCLUSION_GIVEN, TASK_UNKNOWN.
 */
export function giveTask(
  dependencies: Dependencies,
  request: Request,
  order: TaskOrder,
): Promise<Outcome<TaskGiven>> {
  const { day, urgent, item, conclusion } = order;
  const clusterId = item?.clusterId ?? null;
  return whoMayAssign(clusterId, dependencies, request, async (useCase) => {
    const { tx, at, ids, directory, person, effectKey, note } = useCase;
    const book = await tx.plans.book();
    const earlier = await tx.assignments.byEffectKey(effectKey);
    const known = book.tasks.find(({ id }) => id === earlier?.taskId);
    if (earlier !== null && known !== undefined) return done({ task: known, assignment: earlier });
    if (!mayBeGiven(day, directory, at)) return refuse('ASSIGNMENT_DAY');
    if (!isToldInTime(order, directory, at)) return refuse('ASSIGNMENT_TOLD_LATE');
    if (item !== null && !(await isOwed(tx, item))) return refuse('TASK_UNKNOWN');
    if (conclusion !== undefined && (await isGiven(tx, conclusion, book))) return refuse('CONCLUSION_GIVEN');

    const task = taskOf(order, directory, book, ids);
    const [rule] = task.rules;
    if (rule === undefined || !areRecipients(order, task, rule, directory, at)) {
      return refuse('ASSIGNMENT_NO_RECIPIENTS');
    }
    const unstaged: Assignment = {
      taskId: task.id,
      givenBy: person.id,
      givenAt: at,
      clusterId,
      dueAt: dueAtOf(day, directory.settings),
      urgent,
      changedAt: null,
      changeKey: null,
      nextStageAt: null,
      revision: 0,
    };
    const stages = stagesOfAssignment(unstaged, directory);
    const assignment = { ...unstaged, nextStageAt: nextHourStage(stages, at) };
    await tx.plans.saveTask(task);
    await tx.assignments.add(assignment, effectKey);
    if (conclusion !== undefined) await markGiven(tx, conclusion, task.id);
    await rollForward(tx, at, [task]);
    const owed = await tx.obligations.ofTasks([task.id]);
    await tellAssignment(useCase, assignment, owed);
    await note({
      action: item === null ? 'task.given' : 'task.item_asked',
      subject: task.id,
      after: { no: task.no, title: task.title, words: task.deadlineWords, owners: owed.length, urgent },
    });
    return done({ task, assignment });
  });
}

/** Whether the cluster owes the task that an item is to be a part of. */
async function isOwed(
  { obligations }: Pick<Transaction, 'obligations'>,
  { clusterId, parentId }: NonNullable<TaskOrder['item']>,
): Promise<boolean> {
  const owed = await obligations.ofTasks([parentId]);
  return owed.some(({ owner, state }) => owner.id === clusterId && state !== 'withdrawn');
}

function taskOf(
  { title, recipients, day, item }: TaskOrder,
  directory: Directory,
  { tasks }: PlanBook,
  ids: IdSource,
): Task {
  const words = printRule({ ...day, appliesTo: null });
  return {
    id: ids.next<'task'>(),
    planId: null,
    no: `${LABEL}${tasks.filter(({ given }) => given === true).length + 1}`,
    parentId: item?.parentId ?? null,
    section: null,
    title,
    deadlineWords: words,
    parties: recipients.map((owner) => ({
      part: 'lead',
      party:
        owner.kind === 'unit' ? { kind: 'unit', unitId: owner.id } : { kind: 'cluster', clusterId: owner.id },
      words: ownerName(directory, owner),
    })),
    rules: [{ id: ids.next<'rule'>(), rule: { ...day, appliesTo: null }, appliesTo: null, words }],
    withdrawnOn: null,
    given: true,
  };
}

/** Somebody owes it on its day; and an item is asked of the cluster's own units alone. */
function areRecipients(
  { recipients, item, day }: TaskOrder,
  task: Task,
  rule: TaskRule,
  directory: Directory,
  at: Instant,
): boolean {
  const { dueOn } = deadlineDays(
    { namedOn: day.on, inclusive: day.inclusive, time: day.time },
    directory.settings.deadlineReading,
  );
  if (ownersOf(task, rule, directory, dueOn).length === 0) return false;
  if (item === null) return true;
  const members = membersOf(directory, item.clusterId, dayAt(at, directory)).map(({ id }) => id);
  return recipients.every((one) => one.kind === 'unit' && members.includes(one.id));
}
