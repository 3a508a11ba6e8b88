import { type Amendment, amendedPlan, carriedDecisions } from '../../core/plan/amendment.ts';
import type { Doubt } from '../../core/plan/doubts/doubt.ts';
import { mattersOf } from '../../core/plan/matters.ts';
import { openDoubts } from '../../core/plan/open-rows.ts';
import type { PlanReading } from '../../core/plan/plan-reading.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { dayAt } from '../today.ts';
import { amendmentBy } from './see-plan-draft.ts';

export interface PlanReadingSeen {
  /** What the office must decide of it: of the document, of kinds of cluster and of leads that it does not know. */
  readonly undecided: readonly Doubt[];
  /** What it would change of a plan in force; null for a new plan. */
  readonly amendment: Amendment | null;
}

/** A reading as this office sees it, before any of it is kept. What was decided of the plan before is decided. */
export async function seePlanReading(
  read: Pick<ReadModel, 'organisation' | 'plans' | 'planDrafts'>,
  reading: PlanReading,
  now: Instant,
): Promise<PlanReadingSeen> {
  const directory = await read.organisation.directory();
  const plan = amendedPlan(await read.plans.book(), reading.head);
  const before = plan === null ? null : await read.planDrafts.inForce(plan.id);
  const decisions = before === null ? [] : carriedDecisions(before, reading);
  const matters = mattersOf(reading, decisions, directory, dayAt(now, directory));
  // An office whose units are still to come could only ask about every name.
  const asked =
    directory.units.length === 0 ? matters.filter(({ about }) => about.kind !== 'party') : matters;
  return {
    undecided: openDoubts(asked),
    amendment: await amendmentBy(read, reading),
  };
}
