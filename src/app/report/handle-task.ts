import type { TaskId } from '../../core/id.ts';
import { handlingOf, type Task, type TaskHandling } from '../../core/plan/plan-book.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { reportsManager } from './reports-manager.ts';

/**
 * The secretariat chooses how a task is reported: its steps, the evidence it wants, whether it is confirmed. Refused:
 * ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, TASK_UNKNOWN.
 */
export async function handleTask(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  taskId: TaskId,
  change: Partial<TaskHandling>,
): Promise<Outcome<Task>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const manager = reportsManager(await tx.organisation.directory(), request, at);
    if ('kind' in manager) return manager;
    const task = (await tx.plans.book()).tasks.find(({ id }) => id === taskId);
    if (task === undefined) return refuse('TASK_UNKNOWN');
    const before = handlingOf(task);
    const handling = { ...before, ...change };
    if (JSON.stringify(handling) === JSON.stringify(before)) return done(task);
    await tx.plans.saveHandling(taskId, handling);
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      ...manager,
      action: 'task.handled',
      subject: taskId,
      before,
      after: handling,
    });
    return done({ ...task, handling });
  });
}
