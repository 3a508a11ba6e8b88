import type { TaskId } from '../../core/id.ts';
import { pairDecision } from '../../core/plan/decided-pairs.ts';
import { withDecision } from '../../core/plan/decision.ts';
import { type PlanBook, pairOf, type Task, type TaskPair, taskById } from '../../core/plan/plan-book.ts';
import { kinOf } from '../../core/plan/same-duty.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { Transaction } from '../ports/transaction.ts';
import { whoMay } from '../use-case.ts';
import { moveObligations } from './move-obligations.ts';
import { rollForward } from './roll-forward.ts';

export interface TasksPaired {
  readonly task: Task;
  readonly another: Task;
  readonly isSame: boolean;
  /** False where the same had been decided before. */
  readonly changed: boolean;
}

/**
 * Decides whether two tasks are one duty: from here on they are owed and spoken of once, and one report settles both;
 * or they are two, and stand by themselves again. Refused: TASK_UNKNOWN, and those of rights.
 */
export async function pairTasks(
  dependencies: Dependencies,
  request: Request,
  [taskId, anotherId]: readonly [TaskId, TaskId],
  isSame: boolean,
): Promise<Outcome<TasksPaired>> {
  return whoMay('plan.import', dependencies, request, async ({ tx, at, ids, note }) => {
    const before = await tx.plans.book();
    const [task, another] = [standing(before, taskId), standing(before, anotherId)];
    if (task === null || another === null || task === another) return refuse('TASK_UNKNOWN');
    const pair = pairOf(task.id, another.id, isSame);
    const known = before.pairs.find(({ one, other }) => one === pair.one && other === pair.other);
    const isKin = kinOf(before, task).includes(another);
    if (known?.isSame === isSame && isKin === isSame) return done({ task, another, isSame, changed: false });
    // Parted from one, it is parted from all that are one duty with that.
    const others = isSame ? [] : before.pairs.filter((one) => one.isSame && joins(one, task));
    for (const { one, other } of [pair, ...others]) {
      await tx.plans.savePair({ one, other, isSame });
      await decideInDraft(tx, [taskById(before, one), taskById(before, other)], isSame);
    }
    await moveObligations(tx, ids, at, before, await tx.plans.book());
    await rollForward(tx, at, [task, another]);
    await note({
      action: isSame ? 'task.joined' : 'task.parted',
      subject: task.id,
      before: known === undefined ? null : { with: another.id, isSame: known.isSame },
      after: { with: another.id, isSame },
    });
    return done({ task, another, isSame, changed: true });
  });
}

const joins = ({ one, other }: TaskPair, { id }: Task): boolean => one === id || other === id;

const standing = ({ tasks }: PlanBook, id: TaskId): Task | null =>
  tasks.find((task) => task.id === id && task.withdrawnOn === null) ?? null;

/** Two rows of one document: what was decided of them there says the same. */
async function decideInDraft(
  { planDrafts }: Transaction,
  [task, another]: readonly [Task, Task],
  isSame: boolean,
): Promise<void> {
  if (task.planId === null || task.planId !== another.planId) return;
  const draft = await planDrafts.inForce(task.planId);
  const decision = draft === null ? null : pairDecision(draft.reading, [task.no, another.no], isSame);
  if (draft === null || decision === null) return;
  await planDrafts.save({ ...draft, decisions: withDecision(draft.decisions, decision) });
}
