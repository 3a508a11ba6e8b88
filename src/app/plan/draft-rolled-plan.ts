import type { PlanId } from '../../core/id.ts';
import { type Doubt, doubtOf } from '../../core/plan/doubt.ts';
import type { Plan } from '../../core/plan/plan-book.ts';
import type { PlanReading } from '../../core/plan/plan-reading.ts';
import { nextPeriod, type PlanRoll, type RollTarget } from '../../core/plan/roll-plan.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { PlanDraft } from '../ports/plan-draft-repository.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { dayAt } from '../today.ts';
import { whoMay } from '../use-case.ts';
import { planRolled } from './roll-plan.ts';

/** A plan carried into the years after it, before it has a number and a day of its own. */
export interface NextPlan extends PlanRoll {
  readonly from: Plan;
  readonly target: RollTarget;
}

/** What the plan of the next years would be; null for an unknown plan. Nothing is written. */
export async function seeNextPlan(
  read: Pick<ReadModel, 'organisation' | 'plans' | 'planDrafts'>,
  planId: PlanId | null,
  at: Instant,
): Promise<NextPlan | null> {
  const from = (await read.plans.book()).plans.find(({ id }) => id === planId);
  if (from === undefined) return null;
  const period = nextPeriod(from);
  const number = `${from.number} (${period.from === period.to ? period.from : `${period.from}-${period.to}`})`;
  const target = { number, issuedOn: dayAt(at, await read.organisation.directory()), period };
  const roll = await planRolled(read, from, target, at);
  return roll === null ? null : { ...roll, from, target };
}

/**
 * Keeps the plan of the next years as a draft, to be decided and confirmed as one that was sent; its number and day
 * are asked for. Nothing is in force by it. Refused: PLAN_UNKNOWN, and those of rights.
 */
export async function draftRolledPlan(
  dependencies: Dependencies,
  request: Request,
  planId: PlanId | null,
): Promise<Outcome<PlanDraft>> {
  return whoMay('plan.import', dependencies, request, async ({ tx, at, ids, person }) => {
    const earlier = await tx.planDrafts.byEffectKey(request.effectKey);
    if (earlier !== null) return done(earlier);
    const next = await seeNextPlan(tx, planId, at);
    if (next === null) return refuse('PLAN_UNKNOWN', { number: '' });
    const reading = withoutNumber(next);
    const open = (await tx.planDrafts.current()).find(
      (draft) => draft.state === 'open' && JSON.stringify(draft.reading) === JSON.stringify(reading),
    );
    if (open !== undefined) return done(open);
    const draft: PlanDraft = {
      id: ids.next<'plan_draft'>(),
      createdBy: person.id,
      createdAt: at,
      fileName: '',
      reading,
      decisions: next.decisions,
      state: 'open',
      planId: null,
      effectKey: request.effectKey,
      revision: 0,
    };
    await tx.planDrafts.add(draft);
    return done(draft);
  });
}

/** A plan that nobody has signed yet: its number and day are offered, and wait for a person. */
const withoutNumber = ({ reading, target }: NextPlan): PlanReading => ({
  ...reading,
  head: { ...reading.head, number: null, issuedOn: null },
  undecided: [
    ofHead('HEAD_NUMBER_MISSING', target.number),
    ofHead('HEAD_DATE_MISSING', target.issuedOn),
    ...reading.undecided,
  ],
});

const ofHead = (code: Doubt['code'], proposal: string | LocalDate): Doubt =>
  doubtOf(code, { kind: 'head' }, '', [proposal]);
