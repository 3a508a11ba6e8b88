import { tasksByNo } from '../../core/plan/amendment.ts';
import { type Decision, withDecision } from '../../core/plan/decision.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { PlanDraft, PlanDraftId } from '../ports/plan-draft-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import { whoMay } from '../use-case.ts';
import { correctToldDays } from './correct-told-days.ts';
import { putPlanInForce } from './put-plan-in-force.ts';

/**
 * Records a decision about a draft. Of a plan already in force the task changes at once; a day that was decided
 * wrongly before, and told, is corrected. Refused: PLAN_DRAFT_UNKNOWN, PLAN_DRAFT_CLOSED, and those of rights.
 */
export async function decidePlanMatter(
  dependencies: Dependencies,
  request: Request,
  draftId: PlanDraftId,
  decision: Decision,
): Promise<Outcome<PlanDraft>> {
  return whoMay('plan.import', dependencies, request, async ({ tx, at, ids, note }) => {
    const draft = await tx.planDrafts.byId(draftId);
    if (draft === null) return refuse('PLAN_DRAFT_UNKNOWN');
    if (draft.state !== 'open' && draft.state !== 'in_force') return refuse('PLAN_DRAFT_CLOSED');
    const standing = (decisions: readonly Decision[]) =>
      decisions.find(({ about }) => about === decision.about) ?? null;
    const decided: PlanDraft = { ...draft, decisions: withDecision(draft.decisions, decision) };
    const [before, after] = [standing(draft.decisions), standing(decided.decisions)];
    if (JSON.stringify(before) === JSON.stringify(after)) return done(draft);
    await tx.planDrafts.save(decided);
    if (draft.state === 'in_force') {
      const wasWrong = before !== null && decision.kind !== 'milestone';
      await carryOut(tx, ids, at, decided, wasWrong);
    }
    await note({ action: 'plan.decided', subject: draft.planId ?? draft.id, before, after });
    return done({ ...decided, revision: decided.revision + 1 });
  });
}

async function carryOut(
  tx: Transaction,
  ids: IdSource,
  at: Instant,
  { id, revision, planId, reading, decisions }: PlanDraft,
  wasWrong: boolean,
): Promise<void> {
  const book = await tx.plans.book();
  const plan = book.plans.find((one) => one.id === planId);
  if (plan === undefined) throw new Error(`plan ${planId} of draft ${id} is not in the book`);
  const goesOn = { plan, tasks: tasksByNo(book, plan) };
  const { moved } = await putPlanInForce(tx, ids, at, { reading, decisions, goesOn });
  if (wasWrong) await correctToldDays(tx, ids, at, `${id}:${revision}`, moved);
}
