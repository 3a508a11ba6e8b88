import { type Amendment, amendedPlan, amendmentOf } from '../core/plan/amendment.ts';
import { applyDecisions } from '../core/plan/apply-decisions.ts';
import { type Matter, mattersOf } from '../core/plan/matters.ts';
import type { PlanReading } from '../core/plan/plan-reading.ts';
import type { Instant } from '../core/time/instant.ts';
import type { PlanDraft } from './ports/plan-draft-repository.ts';
import type { ReadModel } from './ports/unit-of-work.ts';
import { dayAt } from './today.ts';

/** A draft as it stands: what was decided, what waits, and what it would change of a plan in force. */
export interface PlanDraftSeen {
  readonly draft: PlanDraft;
  readonly decided: PlanReading;
  readonly matters: readonly Matter[];
  /** Null for a new plan, and for one that is in force by this very draft. */
  readonly amendment: Amendment | null;
}

export async function seePlanDraft(
  { organisation, plans, planDrafts }: Pick<ReadModel, 'organisation' | 'plans' | 'planDrafts'>,
  draft: PlanDraft,
  now: Instant,
): Promise<PlanDraftSeen> {
  const directory = await organisation.directory();
  const book = await plans.book();
  const { reading, decisions } = draft;
  const decided = applyDecisions(reading, decisions);
  const plan = draft.state === 'open' ? amendedPlan(book, decided.head) : null;
  const before = plan === null ? null : await planDrafts.inForce(plan.id);
  return {
    draft,
    decided,
    matters: mattersOf(reading, decisions, directory, dayAt(now, directory)),
    amendment: plan === null ? null : amendmentOf(book, plan, before?.reading ?? null, reading),
  };
}
