import type { Task } from '../../core/plan/plan-book.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';

/** What the body of the document in force says of a task otherwise than its table: its words, with their place. */
export async function saidInBody(
  { planDrafts }: Pick<ReadModel, 'planDrafts'>,
  { planId, no, withdrawnOn }: Task,
): Promise<string[]> {
  if (planId === null || withdrawnOn !== null) return [];
  return (await planDrafts.warnings(planId)).flatMap(({ code, where, words }) =>
    code === 'LEAD_DIFFERS_IN_BODY' && where.kind === 'task' && where.no === no ? [words] : [],
  );
}
