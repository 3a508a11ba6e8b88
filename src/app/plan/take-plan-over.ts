import type { PersonId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { noteOf } from '../use-case.ts';
import { type PlanCarriedOut, type PlanToCarryOut, putPlanInForce } from './put-plan-in-force.ts';
import { replaceDraft } from './replace-plan-draft.ts';

/** How a plan comes in without a draft that was decided in the chat, for the audit. */
export interface TakenOver {
  readonly action: 'plan.imported' | 'plan.amended' | 'plan.rolled';
  readonly by: PersonId | null;
  /** What it goes on, where that is not the draft by which it was in force. */
  readonly from: string | null;
  readonly after: object;
}

/**
 * Puts a reading in force and keeps it beside the plan, so that its rows that wait may be decided in the chat. The
 * head must be whole.
 */
export async function takePlanOver(
  tx: Transaction,
  ids: IdSource,
  at: Instant,
  plan: PlanToCarryOut,
  { action, by, from, after }: TakenOver,
): Promise<PlanCarriedOut> {
  const carriedOut = await putPlanInForce(tx, ids, at, plan);
  const { planId, tasks } = carriedOut;
  const replaced = await replaceDraft(tx, planId);
  await tx.planDrafts.add({
    id: ids.next<'plan_draft'>(),
    createdBy: by,
    createdAt: at,
    fileName: '',
    reading: plan.reading,
    decisions: plan.decisions,
    state: 'in_force',
    planId,
    effectKey: null,
    revision: 0,
  });
  const note = noteOf(tx, ids, at, { personId: by, chatId: null });
  await note({ action, subject: planId, before: from ?? replaced, after: { ...after, tasks } });
  return carriedOut;
}
