import type { TaskId } from '../id.ts';
import type { PlanBook } from '../plan/plan-book.ts';
import { firstOfKin } from '../plan/same-duty.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Obligation } from './obligation.ts';

/** What several owners owe of one duty for one day: spoken of once. */
export interface TaskDay<One> {
  readonly taskId: TaskId;
  readonly dueOn: LocalDate | null;
  readonly obligations: readonly [One, ...One[]];
}

/** Groups by duty and day, in the order of first appearance; tasks that are one duty by the book's pairs stand together. */
export function byTaskAndDay<One extends Pick<Obligation, 'taskId' | 'dueOn'>>(
  obligations: readonly One[],
  book: PlanBook,
): TaskDay<One>[] {
  const groups = new Map<string, [One, ...One[]]>();
  for (const one of obligations) {
    const key = `${firstOfKin(book, one.taskId)}|${one.dueOn ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].map((group) => ({
    taskId: group[0].taskId,
    dueOn: group[0].dueOn,
    obligations: group,
  }));
}
