import type { Directory } from '../core/organisation/directory.ts';
import type { PlanBook } from '../core/plan/plan-book.ts';
import type { NameEntry } from '../core/question/names/name-entry.ts';

/** Everything that people may name in a question, as the database has it. */
export function namesOf(directory: Directory, book: PlanBook): NameEntry[] {
  return [
    ...directory.units.map(({ id, name, aliases, code, formerNames }) => ({
      kind: 'unit' as const,
      id,
      names: [name, ...aliases, ...formerNames.map((former) => former.name), code],
    })),
    ...directory.clusters.map(({ id, name, code }) => ({
      kind: 'cluster' as const,
      id,
      names: [name, code],
    })),
    ...book.tasks.map(({ id, title, no }) => ({ kind: 'task' as const, id, names: [title], no })),
    ...book.movements.map(({ id, name, taskId }) => {
      const no = book.tasks.find((task) => task.id === taskId)?.no;
      return { kind: 'movement' as const, id, names: [name], ...(no === undefined ? {} : { no }) };
    }),
  ];
}
