import type { TaskId } from '../id.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Obligation } from './obligation.ts';

/** What several owners owe of one task for one day: spoken of once. */
export interface TaskDay<One> {
  readonly taskId: TaskId;
  readonly dueOn: LocalDate | null;
  readonly obligations: readonly [One, ...One[]];
}

/** Groups by task and day, in the order of first appearance. */
export function byTaskAndDay<One extends Pick<Obligation, 'taskId' | 'dueOn'>>(
  obligations: readonly One[],
): TaskDay<One>[] {
  const groups = new Map<string, [One, ...One[]]>();
  for (const one of obligations) {
    const key = `${one.taskId}|${one.dueOn ?? ''}`;
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
