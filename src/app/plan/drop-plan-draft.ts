import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { PlanDraft, PlanDraftId } from '../ports/plan-draft-repository.ts';
import { whoMay } from '../use-case.ts';

/** Puts a draft away that is not in force. Refused: PLAN_DRAFT_UNKNOWN, PLAN_DRAFT_CLOSED, and those of rights. */
export async function dropPlanDraft(
  dependencies: Dependencies,
  request: Request,
  draftId: PlanDraftId,
): Promise<Outcome<PlanDraft>> {
  return whoMay('plan.import', dependencies, request, async ({ tx }) => {
    const draft = await tx.planDrafts.byId(draftId);
    if (draft === null) return refuse('PLAN_DRAFT_UNKNOWN');
    if (draft.state === 'dropped') return done(draft);
    if (draft.state !== 'open') return refuse('PLAN_DRAFT_CLOSED');
    const dropped: PlanDraft = { ...draft, state: 'dropped' };
    await tx.planDrafts.save(dropped);
    return done({ ...dropped, revision: dropped.revision + 1 });
  });
}
