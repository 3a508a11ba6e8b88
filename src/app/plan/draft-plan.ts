import { amendedPlan, carriedDecisions, hasChanges } from '../../core/plan/amendment.ts';
import { type Decision, withDecision } from '../../core/plan/decision.ts';
import type { PlanReading } from '../../core/plan/plan-reading.ts';
import { saysTheSame } from '../../core/text/says-the-same.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import type { PlanDraft } from '../ports/plan-draft-repository.ts';
import { type UseCase, whoMay } from '../use-case.ts';
import { amendmentBy } from './see-plan-draft.ts';

/**
 * Keeps what was read of a document, to be decided row by row; nothing is in force by it. What was decided of it
 * before and still fits is decided already: of the plan that it amends, and of an earlier copy under way, whose place
 * it takes. A document that brings nothing new is the draft that is there, open or in force. Refused:
 * ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY.
 */
export async function draftPlan(
  dependencies: Dependencies,
  request: Request,
  { fileName, reading }: { readonly fileName: string; readonly reading: PlanReading },
): Promise<Outcome<PlanDraft>> {
  return whoMay('plan.import', dependencies, request, async (useCase) => {
    const { tx } = useCase;
    const open = (await tx.planDrafts.current()).filter(({ state }) => state === 'open');
    const same = open.find((draft) => saysTheSame(draft.reading, reading));
    if (same !== undefined) return done(same);
    const amended = amendedPlan(await tx.plans.book(), reading.head);
    const before = amended === null ? null : await tx.planDrafts.inForce(amended.id);
    const amendment = before === null ? null : await amendmentBy(tx, reading);
    // What waits of it is to be decided where it is in force.
    if (before !== null && amendment !== null && !hasChanges(amendment)) return done(before);
    const copies = open.filter((draft) => isSameDocument(draft.reading, reading));
    for (const copy of copies) await tx.planDrafts.save({ ...copy, state: 'replaced' });
    const decisions = [before, copies[0] ?? null]
      .flatMap((known) => (known === null ? [] : carriedDecisions(known, reading)))
      .reduce<readonly Decision[]>(withDecision, []);
    return done(await openDraft(useCase, request, { fileName, reading, decisions }));
  });
}

/** Keeps a draft of whoever asks, once an update. */
export async function openDraft(
  { tx, at, ids, person }: UseCase,
  { effectKey }: Request,
  read: Pick<PlanDraft, 'fileName' | 'reading' | 'decisions'>,
): Promise<PlanDraft> {
  const earlier = await tx.planDrafts.byEffectKey(effectKey);
  if (earlier !== null) return earlier;
  const draft: PlanDraft = {
    ...read,
    id: ids.next<'plan_draft'>(),
    createdBy: person.id,
    createdAt: at,
    state: 'open',
    planId: null,
    effectKey,
    revision: 0,
  };
  await tx.planDrafts.add(draft);
  return draft;
}

export const isSameDocument = ({ head: one }: PlanReading, { head: other }: PlanReading): boolean =>
  one.number !== null && one.number === other.number && one.issuedOn === other.issuedOn;
