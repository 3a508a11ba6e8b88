import type { Obligation } from '../../src/core/obligation/obligation.ts';
import { ownerName } from '../../src/core/obligation/owner-name.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import type { Office } from '../support/office.ts';

/** The first stored obligation of a task, by its number, and an owner, by name. */
export async function obligationOf(
  { read }: Office,
  { task, owner, dueOn }: { task: string; owner: string; dueOn?: string },
): Promise<Obligation> {
  const directory = await read.organisation.directory();
  const book = await read.plans.book();
  const stored = await read.obligations.inRange(dateOf('2024-01-01'), dateOf('2027-12-31'));
  const found = stored.find(
    (one) =>
      book.tasks.find(({ id }) => id === one.taskId)?.no === task &&
      ownerName(directory, one.owner) === owner &&
      (dueOn === undefined || one.dueOn === dueOn),
  );
  if (found === undefined) throw new Error(`${owner} owes nothing of task ${task}`);
  return found;
}
