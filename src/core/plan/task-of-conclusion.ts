import type { CouncilSession } from '../organisation/council-session.ts';
import type { PlanBook, Task } from './plan-book.ts';

/** The task that a conclusion was given as; null where none was, or it was withdrawn since. */
export const taskOfConclusion = (
  { given }: Pick<CouncilSession, 'given'>,
  conclusion: string,
  { tasks }: Pick<PlanBook, 'tasks'>,
): Task | null =>
  tasks.find(
    ({ id, withdrawnOn }) =>
      withdrawnOn === null && given.some(({ words, taskId }) => words === conclusion && taskId === id),
  ) ?? null;
