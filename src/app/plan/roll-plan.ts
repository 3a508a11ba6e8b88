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

/** What a plan is to be in its next years, where somebody says it. */
export interface RollWish {
  /** What the new plan is called; null for the old number with the new years. */
  readonly as: string | null;
  /** Null for today. */
  readonly issuedOn: LocalDate | null;
  /** Null for as many years as before, right after them. */
  readonly period: YearSpan | null;
}

export interface RollRequest extends RollWish {
  /** Number of the plan to carry on; null for the latest. */
  readonly number: string | null;
  /** Puts it in force; without it only the page to confirm is made. */
  readonly confirmed: boolean;
}

/** A plan carried into the years after it. */
export interface NextPlan extends PlanRoll {
  readonly from: Plan;
  readonly target: RollTarget;
}

/** Carries a plan into its next period. Refused: PLAN_UNKNOWN, PLAN_ALREADY_IN_FORCE. */
export async function rollPlan(
  { unitOfWork, clock, ids }: Dependencies,
  { number, confirmed, ...wish }: RollRequest,
): Promise<Outcome<NextPlan>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const book = await tx.plans.book();
    const from = planCalled(book, number);
    const next = from === null ? null : await nextPlan(tx, from, wish, at);
    if (next === null) return refuse('PLAN_UNKNOWN', { number: from?.number ?? number ?? '' });
    const { reading, decisions, target } = next;
    if (book.plans.some((plan) => plan.number === target.number)) {
      return refuse('PLAN_ALREADY_IN_FORCE', { number: target.number });
    }
    if (!confirmed) return done(next);
    await takePlanOver(
      tx,
      ids,
      at,
      { reading, decisions, goesOn: null },
      { action: 'plan.rolled', by: null, from: next.from.id, after: target },
    );
    return done(next);
  });
}

/** A plan carried into other years, with what was decided of it; nothing is written. Null for an unknown plan. */
export async function nextPlan(
  { organisation, plans, planDrafts }: Pick<ReadModel, 'organisation' | 'plans' | 'planDrafts'>,
  from: Plan,
  { as, issuedOn, period: years }: RollWish,
  at: Instant,
): Promise<NextPlan | null> {
  const directory = await organisation.directory();
  const today = dayAt(at, directory);
  const period = years ?? nextPeriod(from);
  const number = as ?? `${from.number} (${yearsText(period)})`;
  const target = { number, issuedOn: issuedOn ?? today, period };
  const calendars = calendarsOf(directory.settings);
  const known = await planDrafts.inForce(from.id);
  const roll = rolled(await plans.book(), from, target, { directory, calendars, today, known });
  return roll === null ? null : { ...roll, from, target };
}

const yearsText = ({ from, to }: YearSpan): string => (from === to ? String(from) : `${from}-${to}`);

function planCalled({ plans }: PlanBook, number: string | null): Plan | null {
  const candidates = plans.filter((plan) => number === null || plan.number === number);
  return candidates.toSorted((one, other) => (one.periodTo < other.periodTo ? 1 : -1))[0] ?? null;
}
