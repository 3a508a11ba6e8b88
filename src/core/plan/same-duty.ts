import type { TaskId } from '../id.ts';
import type { PlanBook, Task } from './plan-book.ts';

/** A task with those that are the same duty, itself among them, in the order of the documents. */
export type Kin = readonly [Task, ...Task[]];

const known = new WeakMap<PlanBook, ReadonlyMap<TaskId, Kin>>();

/**
 * The tasks that are the same duty as this one by what was decided of pairs, itself included. Withdrawn ones are
 * nobody's duty any more and leave the others among themselves.
 */
export const kinOf = (book: PlanBook, task: Task): Kin => kinships(book).get(task.id) ?? [task];

/** Of each duty the first of these tasks. */
export function oncePerDuty<One extends Pick<Task, 'id'>>(book: PlanBook, tasks: readonly One[]): One[] {
  const seen = new Set<TaskId>();
  return tasks.filter(({ id }) => {
    const first = firstOfKin(book, id);
    if (seen.has(first)) return false;
    seen.add(first);
    return true;
  });
}

/** The task by which its duty is told apart from others: the first of the documents that names it. */
export const firstOfKin = (book: PlanBook, id: TaskId): TaskId => kinships(book).get(id)?.[0].id ?? id;

/** Those tasks that are the same duty as others, by id. Computed once a book, which is a value. */
export function kinships(book: PlanBook): ReadonlyMap<TaskId, Kin> {
  const before = known.get(book);
  if (before !== undefined) return before;
  const found = gathered(book);
  known.set(book, found);
  return found;
}

function gathered({ tasks, pairs }: PlanBook): ReadonlyMap<TaskId, Kin> {
  const same = pairs.filter(({ isSame }) => isSame);
  if (same.length === 0) return new Map();
  const paired = new Set(same.flatMap(({ one, other }) => [one, other]));
  const standing = tasks.filter(({ id, withdrawnOn }) => withdrawnOn === null && paired.has(id));
  const group = new Map<TaskId, Task[]>(standing.map((task) => [task.id, [task]]));
  for (const { one, other } of same) {
    const [left, right] = [group.get(one), group.get(other)];
    if (left === undefined || right === undefined || left === right) continue;
    left.push(...right);
    for (const task of right) group.set(task.id, left);
  }
  const place = new Map(standing.map(({ id }, at) => [id, at]));
  const byPlace = (a: Task, b: Task) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0);
  return new Map(
    [...new Set(group.values())].flatMap((members) => {
      const [first, ...others] = members.toSorted(byPlace);
      if (first === undefined || others.length === 0) return [];
      const kin: Kin = [first, ...others];
      return kin.map(({ id }) => [id, kin] as const);
    }),
  );
}
