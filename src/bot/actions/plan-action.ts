import type { PlanDraftId } from '../../app/ports/plan-draft-repository.ts';

/** What buttons do about the import of a plan. */
export type PlanAction =
  /** Shows or does a step of a draft; `at` counts places, or is the revision that was shown. */
  | { readonly kind: 'plan_draft'; readonly draft: PlanDraftId; readonly step: string; readonly at: number }
  /** Takes one of the decisions that a draft offers, by its code. */
  | { readonly kind: 'plan_decide'; readonly draft: PlanDraftId; readonly choice: string };
