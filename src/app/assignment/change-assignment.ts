import { dueAtOf } from '../../core/assignment/assignment.ts';
import { nextHourStage } from '../../core/assignment/hour-stages.ts';
import type { NamedDay } from '../../core/deadline/named-day.ts';
import { printRule } from '../../core/deadline/print.ts';
import type { TaskId } from '../../core/id.ts';
import type { Task } from '../../core/plan/plan-book.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { ASSIGNMENT_PANEL, ASSIGNMENT_POST } from '../notices/living-kinds.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { moveObligations } from '../plan/move-obligations.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { noteOf } from '../use-case.ts';
import { type AssignmentSteered, steeredAssignment } from './assignment-access.ts';
import { mayBeGiven, type TaskGiven } from './give-task.ts';
import { stagesOfAssignment } from './plan-hour-stages.ts';
import { tellChange } from './tell-assignment.ts';

/**
 * Gives a task of the day another hour: what is still owed follows with its reports, and whoever was told is told. The
 * same hour again changes nothing. Refused as `steeredAssignment`, and ASSIGNMENT_DAY.
 */
export async function changeHour(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  taskId: TaskId,
  day: NamedDay,
): Promise<Outcome<TaskGiven>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const found = await steeredAssignment(tx, request, taskId, at);
    if (found.kind === 'refused') return found;
    const { task, assignment, directory } = found;
    const words = printRule({ ...day, appliesTo: null });
    if (task.deadlineWords === words) return done({ task, assignment });
    if (!mayBeGiven(day, directory, at)) return refuse('ASSIGNMENT_DAY');
    const rules = task.rules.map((rule) => ({ ...rule, rule: { ...day, appliesTo: null }, words }));
    const changed: Task = { ...task, rules, deadlineWords: words };
    const dueAt = dueAtOf(day, directory.settings);
    const moved = { ...assignment, dueAt, changedAt: at, changeKey: request.effectKey };
    const nextStageAt = nextHourStage(stagesOfAssignment(moved, directory), at);
    await carryOut(tx, ids, request, found, { task: changed, assignment: { ...moved, nextStageAt }, at });
    return done({ task: changed, assignment: { ...moved, nextStageAt } });
  });
}

/** The task of the day is owed no more, and whoever was told is told. Refused as `steeredAssignment`. */
export async function withdrawAssignment(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  taskId: TaskId,
): Promise<Outcome<TaskGiven>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const earlier = await tx.assignments.byEffectKey(request.effectKey);
    const known = (await tx.plans.book()).tasks.find(({ id }) => id === taskId);
    if (earlier?.taskId === taskId && known !== undefined) return done({ task: known, assignment: earlier });
    const found = await steeredAssignment(tx, request, taskId, at);
    if (found.kind === 'refused') return found;
    const task: Task = { ...found.task, withdrawnOn: dayAt(at, found.directory) };
    const changeKey = request.effectKey;
    const assignment = { ...found.assignment, changedAt: at, changeKey, nextStageAt: null };
    await carryOut(tx, ids, request, found, { task, assignment, at });
    return done({ task, assignment });
  });
}

async function carryOut(
  tx: Transaction,
  ids: IdSource,
  request: Request,
  { by, task: before }: AssignmentSteered,
  { task, assignment, at }: TaskGiven & { readonly at: Instant },
): Promise<void> {
  const book = await tx.plans.book();
  await tx.plans.saveTask(task);
  await tx.assignments.save(assignment);
  await moveObligations(tx, ids, at, book, await tx.plans.book());
  await tx.living.touch(ASSIGNMENT_POST, task.id);
  await tx.living.touch(ASSIGNMENT_PANEL, task.id);
  await tellChange(tx, ids, assignment, `${task.id}:${request.effectKey}`, at);
  const note = noteOf(tx, ids, at, by);
  await note({
    action: task.withdrawnOn === null ? 'task.hour_changed' : 'task.withdrawn',
    subject: task.id,
    before: { words: before.deadlineWords },
    after: { words: task.deadlineWords },
  });
}
