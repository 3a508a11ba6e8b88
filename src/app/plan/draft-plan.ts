import { amendedPlan, carriedDecisions } from '../../core/plan/amendment.ts';
import type { PlanReading } from '../../core/plan/plan-reading.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import type { PlanDraft } from '../ports/plan-draft-repository.ts';
import { type UseCase, whoMay } from '../use-case.ts';

/**
 * Keeps what was read of a document, to be decided row by row; nothing is in force by it. Of an amended plan, what
 * was decided before and still fits is decided already. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY.
 */
export async function draftPlan(
  dependencies: Dependencies,
  request: Request,
  { fileName, reading }: { readonly fileName: string; readonly reading: PlanReading },
): Promise<Outcome<PlanDraft>> {
  return whoMay('plan.import', dependencies, request, async (useCase) => {
    const { tx } = useCase;
    const amended = amendedPlan(await tx.plans.book(), reading.head);
    const before = amended === null ? null : await tx.planDrafts.inForce(amended.id);
    // The very document by which the plan is in force: what waits of it is to be decided there.
    if (before !== null && JSON.stringify(before.reading) === JSON.stringify(reading)) return done(before);
    const decisions = before === null ? [] : carriedDecisions(before, reading);
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
