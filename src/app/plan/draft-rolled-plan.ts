import type { PlanId } from '../../core/id.ts';
import type { Decision } from '../../core/plan/decision.ts';
import { type Doubt, doubtOf } from '../../core/plan/doubts/doubt.ts';
import type { PlanReading } from '../../core/plan/plan-reading.ts';
import { saysTheSame } from '../../core/text/says-the-same.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { PlanDraft } from '../ports/plan-draft-repository.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { whoMay } from '../use-case.ts';
import { openDraft } from './draft-plan.ts';
import { type NextPlan, nextPlan, type RollWish } from './roll-plan.ts';

const AS_IT_FOLLOWS: RollWish = { as: null, issuedOn: null, period: null };

/** What the plan of the next years would be; null for an unknown plan. Nothing is written. */
export async function seeNextPlan(
  read: Pick<ReadModel, 'organisation' | 'plans' | 'planDrafts'>,
  planId: PlanId | null,
  at: Instant,
): Promise<NextPlan | null> {
  const from = (await read.plans.book()).plans.find(({ id }) => id === planId);
  return from === undefined ? null : nextPlan(read, from, AS_IT_FOLLOWS, at);
}

/**
 * Keeps the plan of the next years as a draft, to be decided and confirmed as one that was sent; its number and day
 * are asked for. `takesOffered`: the days offered for those that do not come again are taken, where nothing else was
 * decided. Begun twice it is one draft. Nothing is in force by it. Refused: PLAN_UNKNOWN, and those of rights.
 */
export async function draftRolledPlan(
  dependencies: Dependencies,
  request: Request,
  planId: PlanId | null,
  { takesOffered }: { readonly takesOffered: boolean },
): Promise<Outcome<PlanDraft>> {
  return whoMay('plan.import', dependencies, request, async (useCase) => {
    const { tx, at } = useCase;
    const next = await seeNextPlan(tx, planId, at);
    if (next === null) return refuse('PLAN_UNKNOWN', { number: '' });
    const reading = withoutNumber(next);
    const drafts = await tx.planDrafts.current();
    const open = drafts.find((draft) => draft.state === 'open' && isSamePlan(draft.reading, reading));
    const known = open?.decisions ?? next.decisions;
    const decisions = takesOffered ? next.offered.reduce(withFirst, known) : known;
    if (open === undefined)
      return done(await openDraft(useCase, request, { fileName: '', reading, decisions }));
    if (decisions.length === open.decisions.length) return done(open);
    await tx.planDrafts.save({ ...open, decisions });
    return done({ ...open, decisions, revision: open.revision + 1 });
  });
}

const withFirst = (decisions: readonly Decision[], decision: Decision): readonly Decision[] =>
  decisions.some(({ about }) => about === decision.about) ? decisions : [...decisions, decision];

/** Beside what is asked: the day offered is that on which it was begun. */
const isSamePlan = (one: PlanReading, other: PlanReading): boolean =>
  saysTheSame({ ...one, undecided: [] }, { ...other, undecided: [] });

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
