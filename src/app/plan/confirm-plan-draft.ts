import { applyDecisions } from '../../core/plan/apply-decisions.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { PlanDraft, PlanDraftId } from '../ports/plan-draft-repository.ts';
import { whoMay } from '../use-case.ts';
import { type Correction, correctToldDays } from './correct-told-days.ts';
import { isWhole, type PlanCarriedOut, putPlanInForce } from './put-plan-in-force.ts';
import { replaceDraft } from './replace-plan-draft.ts';
import { amendmentBy } from './see-plan-draft.ts';

/** A new plan; an amendment by which the plan itself changes; one that mends what was read wrongly here. */
export type Confirmation = 'new' | 'change' | 'correction';

export interface PlanConfirmed {
  readonly draft: PlanDraft;
  readonly as: Confirmation;
  readonly carriedOut: PlanCarriedOut;
  /** Who is told that a day they had been told was wrong. */
  readonly corrected: Correction;
}

/**
 * Puts a draft in force: all that is certain or decided; rows that wait give nobody a deadline. `revision` is that of
 * the draft as it was shown. Refused: PLAN_DRAFT_UNKNOWN, PLAN_DRAFT_CLOSED, PLAN_DRAFT_CHANGED, PLAN_INCOMPLETE, and
 * those of rights.
 */
export async function confirmPlanDraft(
  dependencies: Dependencies,
  request: Request,
  draftId: PlanDraftId,
  { as, revision }: { readonly as: Confirmation; readonly revision: number },
): Promise<Outcome<PlanConfirmed>> {
  return whoMay('plan.import', dependencies, request, async ({ tx, at, ids, note }) => {
    const draft = await tx.planDrafts.byId(draftId);
    if (draft === null) return refuse('PLAN_DRAFT_UNKNOWN');
    if (draft.state !== 'open') return refuse('PLAN_DRAFT_CLOSED');
    const { reading, decisions } = draft;
    const amendment = await amendmentBy(tx, reading, decisions);
    if (draft.revision !== revision || (as === 'new') !== (amendment === null)) {
      return refuse('PLAN_DRAFT_CHANGED');
    }
    if (!isWhole(applyDecisions(reading, decisions).head)) return refuse('PLAN_INCOMPLETE');
    const carriedOut = await putPlanInForce(tx, ids, at, { reading, decisions, goesOn: amendment });
    const before = await replaceDraft(tx, carriedOut.planId);
    const inForce: PlanDraft = { ...draft, state: 'in_force', planId: carriedOut.planId };
    await tx.planDrafts.save(inForce);
    const corrected =
      as === 'correction'
        ? await correctToldDays(tx, ids, at, draft.id, carriedOut.moved)
        : { people: 0, groups: 0 };
    await note({
      action: as === 'new' ? 'plan.imported' : 'plan.amended',
      subject: carriedOut.planId,
      before,
      after: { draft: draft.id, as, tasks: carriedOut.tasks, withdrawn: carriedOut.withdrawn, corrected },
    });
    return done({ draft: { ...inForce, revision: revision + 1 }, as, carriedOut, corrected });
  });
}
