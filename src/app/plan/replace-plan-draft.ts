import type { PlanId } from '../../core/id.ts';
import type { PlanDraftId } from '../ports/plan-draft-repository.ts';
import type { Transaction } from '../ports/transaction.ts';

/** Another draft takes the place of the one by which the plan was in force; returns which that was. */
export async function replaceDraft(
  { planDrafts }: Pick<Transaction, 'planDrafts'>,
  planId: PlanId,
): Promise<PlanDraftId | null> {
  const before = await planDrafts.inForce(planId);
  if (before === null) return null;
  await planDrafts.save({ ...before, state: 'replaced' });
  return before.id;
}
