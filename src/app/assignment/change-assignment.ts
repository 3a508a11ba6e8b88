import { type Assignment, dueAtOf } from '../../core/assignment/assignment.ts';
import { nextHourStage } from '../../core/assignment/hour-stages.ts';
import type { NamedDay } from '../../core/deadline/named-day.ts';
import { printRule } from '../../core/deadline/print.ts';
import type { TaskId } from '../../core/id.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { ASSIGNMENT_PANEL, ASSIGNMENT_POST } from '../notices/living-kinds.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { moveObligations } from '../plan/move-obligations.ts';
import { type AssignmentSteering, whoSteersAssignment } from './assignment-access.ts';
import { mayBeGiven, type TaskGiven } from './give-task.ts';
import { stagesOfAssignment } from './plan-hour-stages.ts';
import { tellChange } from './tell-assignment.ts';

/**
 * Gives a task of the day another hour: what is still owed follows with its reports, and whoever was told is told. The
 * same hour again changes nothing. Refused as `steeredAssignment`, and ASSIGNMENT_DAY.
 */
export const changeHour = (
  dependencies: Dependencies,
  request: Request,
  taskId: TaskId,
  day: NamedDay,
): Promise<Outcome<TaskGiven>> =>
  whoSteersAssignment(taskId, dependencies, request, async (steering) => {
    const { at, directory, task, assignment } = steering;
    const rule = { ...day, appliesTo: null };
    const words = printRule(rule);
    if (task.deadlineWords === words) return done({ task, assignment });
    if (!mayBeGiven(day, directory, at)) return refuse('ASSIGNMENT_DAY');
    const rules = task.rules.map((one) => ({ ...one, rule, words }));
    const moved = { ...assignment, dueAt: dueAtOf(day, directory.settings), changedAt: at };
    const nextStageAt = nextHourStage(stagesOfAssignment(moved, directory), at);
    return carryOut(steering, {
      task: { ...task, rules, deadlineWords: words },
      assignment: { ...moved, nextStageAt },
    });
  });

/** The task of the day is owed no more, and whoever was told is told. Refused as `steeredAssignment`. */
export const withdrawAssignment = (
  dependencies: Dependencies,
  request: Request,
  taskId: TaskId,
): Promise<Outcome<TaskGiven>> =>
  whoSteersAssignment(taskId, dependencies, request, async (steering) => {
    const { at, today, task, assignment } = steering;
    if (task.withdrawnOn !== null) return done({ task, assignment });
    return carryOut(steering, {
      task: { ...task, withdrawnOn: today },
      assignment: { ...assignment, changedAt: at, nextStageAt: null },
    });
  });

async function carryOut(steering: AssignmentSteering, changed: TaskGiven): Promise<Outcome<TaskGiven>> {
  const { tx, ids, at, effectKey, task: before, note } = steering;
  const { task } = changed;
  const assignment: Assignment = { ...changed.assignment, changeKey: effectKey };
  const book = await tx.plans.book();
  await tx.plans.saveTask(task);
  await tx.assignments.save(assignment);
  await moveObligations(tx, ids, at, book, await tx.plans.book());
  await tx.living.touch(ASSIGNMENT_POST, task.id);
  await tx.living.touch(ASSIGNMENT_PANEL, task.id);
  await tellChange(steering, assignment);
  await note({
    action: task.withdrawnOn === null ? 'task.hour_changed' : 'task.withdrawn',
    subject: task.id,
    before: { words: before.deadlineWords },
    after: { words: task.deadlineWords },
  });
  return done({ task, assignment });
}
