import type { PersonId, PlanId } from '../../core/id.ts';
import { carriedDecisions, hasChanges } from '../../core/plan/amendment.ts';
import type { PlanReading } from '../../core/plan/plan-reading.ts';
import type { Dependencies } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { isWhole } from './put-plan-in-force.ts';
import { amendmentBy } from './see-plan-draft.ts';
import { takePlanOver } from './take-plan-over.ts';

export interface PlanImported {
  readonly planId: PlanId;
  readonly tasks: number;
  /** Obligations written ahead. */
  readonly obligations: number;
}

/**
 * Puts a plan in force with what is certain of its reading; rows that need a person keep their words, and give
 * nobody a deadline or a duty until decided: the reading is kept, to be taken up in the chat. An amended plan goes
 * on the one in force. Refused: PLAN_INCOMPLETE; PLAN_ALREADY_IN_FORCE where nothing differs.
 */
export async function importPlan(
  { unitOfWork, clock, ids }: Dependencies,
  reading: PlanReading,
  by: PersonId | null,
): Promise<Outcome<PlanImported>> {
  const at = clock.now();
  const { head } = reading;
  if (!isWhole(head)) return refuse('PLAN_INCOMPLETE');
  const { number } = head;
  return unitOfWork.run(async (tx) => {
    const amendment = await amendmentBy(tx, reading);
    if (amendment !== null && !hasChanges(amendment)) return refuse('PLAN_ALREADY_IN_FORCE', { number });
    const known = amendment === null ? null : await tx.planDrafts.inForce(amendment.plan.id);
    const decisions = known === null ? [] : carriedDecisions(known, reading);
    const plan = { reading, decisions, goesOn: amendment };
    const { planId, tasks, obligations } = await takePlanOver(tx, ids, at, plan, {
      action: amendment === null ? 'plan.imported' : 'plan.amended',
      by,
      from: null,
      after: { number, undecided: reading.undecided.length },
    });
    return done({ planId, tasks, obligations });
  });
}
