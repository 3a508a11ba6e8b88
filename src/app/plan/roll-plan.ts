import { calendarsOf } from '../../core/organisation/calendars.ts';
import type { Plan, PlanBook } from '../../core/plan/plan-book.ts';
import type { YearSpan } from '../../core/plan/plan-reading.ts';
import { nextPeriod, type PlanRoll, type RollTarget, rollPlan as rolled } from '../../core/plan/roll-plan.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { dayAt } from '../today.ts';
import { takePlanOver } from './take-plan-over.ts';

export interface RollRequest {
  /** Number of the plan to carry on; null for the latest. */
  readonly number: string | null;
  /** What the new plan is called; null for the old number with the new years. */
  readonly as: string | null;
  /** Null for today. */
  readonly issuedOn: LocalDate | null;
  /** Null for as many years as before, right after them. */
  readonly period: YearSpan | null;
  /** Puts it in force; without it only the page to confirm is made. */
  readonly confirmed: boolean;
}

export interface RolledPlan extends PlanRoll {
  readonly from: Plan;
}

/** Carries a plan into its next period. Refused: PLAN_UNKNOWN, PLAN_ALREADY_IN_FORCE. */
export async function rollPlan(
  { unitOfWork, clock, ids }: Dependencies,
  { number, as, issuedOn, period, confirmed }: RollRequest,
): Promise<Outcome<RolledPlan>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const book = await tx.plans.book();
    const from = planCalled(book, number);
    if (from === null) return refuse('PLAN_UNKNOWN', { number: number ?? '' });
    const years = period ?? nextPeriod(from);
    const target = {
      number: as ?? `${from.number} (${years.from}-${years.to})`,
      issuedOn: issuedOn ?? dayAt(at, await tx.organisation.directory()),
    };
    const roll = await planRolled(tx, from, { ...target, period: years }, at);
    if (roll === null) return refuse('PLAN_UNKNOWN', { number: from.number });
    if (book.plans.some((plan) => plan.number === target.number)) {
      return refuse('PLAN_ALREADY_IN_FORCE', { number: target.number });
    }
    if (!confirmed) return done({ ...roll, from });
    const { reading, decisions } = roll;
    await takePlanOver(
      tx,
      ids,
      at,
      { reading, decisions, goesOn: null },
      { action: 'plan.rolled', by: null, from: from.id, after: { ...target, period: years } },
    );
    return done({ ...roll, from });
  });
}

/** A plan carried into other years, with what was decided of it; nothing is written. Null for an unknown plan. */
export async function planRolled(
  { organisation, plans, planDrafts }: Pick<ReadModel, 'organisation' | 'plans' | 'planDrafts'>,
  from: Plan,
  target: RollTarget,
  at: Instant,
): Promise<PlanRoll | null> {
  const directory = await organisation.directory();
  const context = {
    directory,
    calendars: calendarsOf(directory.settings),
    today: dayAt(at, directory),
    known: await planDrafts.inForce(from.id),
  };
  return rolled(await plans.book(), from, target, context);
}

function planCalled({ plans }: PlanBook, number: string | null): Plan | null {
  const candidates = plans.filter((plan) => number === null || plan.number === number);
  return candidates.toSorted((one, other) => (one.periodTo < other.periodTo ? 1 : -1))[0] ?? null;
}
