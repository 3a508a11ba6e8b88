import type { TaskId } from '../../core/id.ts';
import { handlingOf, type Task, type TaskHandling } from '../../core/plan/plan-book.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoMay } from '../use-case.ts';

/**
 * The secretariat chooses how a task is reported: its steps, the evidence it wants, whether it is confirmed. Refused:
 * ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, TASK_UNKNOWN.
 */
export async function handleTask(
  dependencies: Dependencies,
  request: Request,
  taskId: TaskId,
  change: Partial<TaskHandling>,
): Promise<Outcome<Task>> {
  return whoMay('reports.manage', dependencies, request, async ({ tx, note }) => {
    const task = (await tx.plans.book()).tasks.find(({ id }) => id === taskId);
    if (task === undefined) return refuse('TASK_UNKNOWN');
    const before = handlingOf(task);
    const handling = { ...before, ...change };
    if (JSON.stringify(handling) === JSON.stringify(before)) return done(task);
    await tx.plans.saveHandling(taskId, handling);
    await note({ action: 'task.handled', subject: taskId, before, after: handling });
    return done({ ...task, handling });
  });
}
