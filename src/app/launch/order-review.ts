import type { NamedDay } from '../../core/deadline/named-day.ts';
import type { LaunchId } from '../../core/id.ts';
import { unitById } from '../../core/organisation/directory.ts';
import type { Task } from '../../core/plan/plan-book.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { rollForward } from '../plan/roll-forward.ts';
import { whoSteers } from './launch-access.ts';

export interface ReviewOrder {
  /** How the task is called: the review and the movement. */
  readonly title: string;
  readonly day: NamedDay;
  /** The words in which the day was given. */
  readonly words: string;
}

/**
 * Makes the interim or final review of a launched movement a task of its own, outside any plan, that each addressed
 * unit owes once, by the day. Ordered twice of one launch by the same name it is one task, with its first day. Refused
 * as `whoSteers`.
 */
export const orderReview = (
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
  { title, day, words }: ReviewOrder,
): Promise<Outcome<Task>> =>
  whoSteers(launchId, dependencies, request, async ({ tx, at, ids, directory, launch, receipts, note }) => {
    const { tasks } = await tx.plans.book();
    const { reviews } = launch;
    const earlier = tasks.find((task) => reviews.includes(task.id) && task.title === title);
    if (earlier !== undefined) return done(earlier);
    const task: Task = {
      id: ids.next<'task'>(),
      planId: null,
      no: `${LABEL}${tasks.filter(({ planId }) => planId === null).length + 1}`,
      parentId: null,
      section: null,
      title,
      deadlineWords: words,
      parties: receipts.map(({ unitId }) => ({
        part: 'lead',
        party: { kind: 'unit', unitId },
        words: unitById(directory, unitId).name,
      })),
      rules: [{ id: ids.next<'rule'>(), rule: day, appliesTo: null, words }],
      withdrawnOn: null,
    };
    await tx.plans.saveTask(task);
    await rollForward(tx, at);
    await tx.launches.save({ ...launch, reviews: [...reviews, task.id] });
    await note({ action: 'launch.review', subject: launchId, after: { task: task.id, words } });
    return done(task);
  });

/** Before the numbers of tasks that stand in no plan: `PT1`. */
const LABEL = 'PT';
