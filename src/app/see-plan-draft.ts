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
  const { reading, decisions } = draft;
  const decided = applyDecisions(reading, decisions);
  return {
    draft,
    decided,
    matters: mattersOf(reading, decisions, directory, dayAt(now, directory)),
    amendment: draft.state === 'open' ? await amendmentBy({ plans, planDrafts }, reading, decided) : null,
  };
}

/** What a reading would change of a plan in force; null where it is a new plan. `decided` tells its number. */
export async function amendmentBy(
  { plans, planDrafts }: Pick<ReadModel, 'plans' | 'planDrafts'>,
  reading: PlanReading,
  decided: Pick<PlanReading, 'head'> = reading,
): Promise<Amendment | null> {
  const book = await plans.book();
  const plan = amendedPlan(book, decided.head);
  if (plan === null) return null;
  const before = await planDrafts.inForce(plan.id);
  return amendmentOf(book, plan, before?.reading ?? null, reading);
}
