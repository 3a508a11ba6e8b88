import { type Amendment, amendedPlan, amendmentOf, carriedDecisions } from '../../core/plan/amendment.ts';
import { applyDecisions } from '../../core/plan/apply-decisions.ts';
import type { Decision } from '../../core/plan/decision.ts';
import { type Matter, mattersOf } from '../../core/plan/matters.ts';
import type { PlanReading } from '../../core/plan/plan-reading.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { PlanDraft } from '../ports/plan-draft-repository.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { dayAt } from '../today.ts';

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
    amendment: draft.state === 'open' ? await amendmentBy({ plans, planDrafts }, reading, decisions) : null,
  };
}

/** All documents that wait or are in force, newest first. */
export async function seePlanDrafts(read: ReadModel, now: Instant): Promise<PlanDraftSeen[]> {
  const seen = [];
  for (const draft of await read.planDrafts.current()) seen.push(await seePlanDraft(read, draft, now));
  return seen;
}

/**
 * What a reading, as it was decided, would change of a plan in force; null where it is a new plan. Decisions that the
 * document itself has taken over by now make no difference.
 */
export async function amendmentBy(
  { plans, planDrafts }: Pick<ReadModel, 'plans' | 'planDrafts'>,
  reading: PlanReading,
  decisions: readonly Decision[] | null = null,
): Promise<Amendment | null> {
  const book = await plans.book();
  const plan = amendedPlan(book, applyDecisions(reading, decisions ?? []).head);
  if (plan === null) return null;
  const before = await planDrafts.inForce(plan.id);
  if (before === null) return amendmentOf(book, plan, null, applyDecisions(reading, decisions ?? []));
  const carried = decisions ?? carriedDecisions(before, reading);
  const known = applyDecisions(before.reading, before.decisions);
  return amendmentOf(book, plan, known, applyDecisions(reading, carried));
}
