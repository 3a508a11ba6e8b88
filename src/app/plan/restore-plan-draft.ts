import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { PlanDraft, PlanDraftId } from '../ports/plan-draft-repository.ts';
import { whoMay } from '../use-case.ts';
import { isSameDocument } from './draft-plan.ts';

/**
 * Takes up a draft again that was put away, with all that was decided of it. Refused: PLAN_DRAFT_UNKNOWN,
 * PLAN_DRAFT_CLOSED where another copy of the document is under way by now, and those of rights.
 */
export async function restorePlanDraft(
  dependencies: Dependencies,
  request: Request,
  draftId: PlanDraftId,
): Promise<Outcome<PlanDraft>> {
  return whoMay('plan.import', dependencies, request, async ({ tx }) => {
    const draft = await tx.planDrafts.byId(draftId);
    if (draft === null) return refuse('PLAN_DRAFT_UNKNOWN');
    if (draft.state === 'open') return done(draft);
    const others = (await tx.planDrafts.current()).filter(({ state }) => state === 'open');
    const isTaken = others.some((one) => isSameDocument(one.reading, draft.reading));
    if (draft.state !== 'dropped' || isTaken) return refuse('PLAN_DRAFT_CLOSED');
    const open: PlanDraft = { ...draft, state: 'open' };
    await tx.planDrafts.save(open);
    return done({ ...open, revision: open.revision + 1 });
  });
}
