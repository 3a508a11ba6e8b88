import type { Obligation } from '../../core/obligation/obligation.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { handlingOf, taskById, workKindOf } from '../../core/plan/plan-book.ts';
import { afterClaim, saysTheSame, takesBack } from '../../core/report/apply-claim.ts';
import { correctionEnds } from '../../core/report/correction.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Evidence } from '../../core/work/evidence.ts';
import { STEPS } from '../../core/work/step.ts';
import { type ProgressClaim, stateAfter } from '../../core/work/work-state.ts';
import { tellComplete } from '../assignment/tell-assignment.ts';
import { alertSecretariat } from '../notices/alert-secretariat.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { withdrawExtensions } from '../plan/withdraw-extensions.ts';
import type { RecordedFrom } from '../ports/report-repository.ts';
import type { UseCase } from '../use-case.ts';
import { noteReport } from './note-report.ts';
import { touchBoards } from './show-group-board.ts';

export interface ProgressReported {
  readonly obligation: Obligation;
  readonly at: Instant;
  /** False where the same was recorded before by another update: a second press. */
  readonly changed: boolean;
  /** What was given with "done"; null or absent where nothing was. */
  readonly evidence?: Evidence | null;
}

/**
 * Writes what is said of an obligation by somebody who may say it: the new state, a report, an audit entry, and the
 * line to the owner's other people. Refused: OBLIGATION_CLOSED, STEP_NOT_OF_TASK, EVIDENCE_WANTED.
 *
 * @param recorded where the secretariat records for the owner
 */
export async function writeReport(
  useCase: UseCase,
  before: Obligation,
  claim: ProgressClaim,
  recorded: RecordedFrom | null = null,
): Promise<Outcome<ProgressReported>> {
  const { tx, ids, at, today, directory, by, effectKey, note } = useCase;
  const earlier = await takenBefore(useCase, before);
  if (earlier !== null) return done(earlier);
  const state = stateAfter(before.state, claim);
  if (state === null) return refuse('OBLIGATION_CLOSED');
  const book = await tx.plans.book();
  const task = taskById(book, before.taskId);
  const handling = handlingOf(task);
  if (claim.kind === 'step' && STEPS[claim.step].kind !== workKindOf(task)) return refuse('STEP_NOT_OF_TASK');
  if (
    claim.kind === 'done' &&
    claim.evidence === undefined &&
    handling.evidence !== 'none' &&
    recorded === null &&
    before.state !== 'done'
  ) {
    return refuse('EVIDENCE_WANTED');
  }
  const { work } = calendarsOf(directory.settings);
  const ladders = { settings: directory.settings, book };
  const after = afterClaim(before, claim, state, { at, today, ladders, work });
  const evidence = claim.kind === 'done' ? (claim.evidence ?? null) : null;
  if (evidence === null && saysTheSame(before, after)) {
    return done({ obligation: before, at: before.changedAt, changed: false });
  }
  const isLate =
    takesBack(before, after) && at > correctionEnds(before.changedAt, directory.settings.zone, work);
  const id = ids.next<'report'>();
  await tx.obligations.save(after);
  await tx.reports.add({
    id,
    obligationId: before.id,
    personId: by.personId,
    at,
    from: before.state,
    to: state,
    percent: after.percent,
    step: after.step,
    reason: after.reason,
    evidence,
    recorded,
    contest: null,
    effectKey,
  });
  await note({
    action: isLate ? 'obligation.corrected_late' : 'obligation.reported',
    subject: before.id,
    before: spoken(before),
    after: { ...spoken(after), ...(evidence === null ? {} : { evidence: evidence.kind }) },
  });
  await touchBoards(tx, before);
  await noteReport(useCase, { obligation: after, reportId: id, isLate });
  if (state === 'done') {
    await withdrawExtensions(tx, [before.id], at);
    if (handling.confirmation) await alertSecretariat(useCase);
    if (task.given === true) await tellComplete(useCase, task.id);
  }
  return done({ obligation: { ...after, revision: after.revision + 1 }, at, changed: true, evidence });
}

/** What the update recorded when it was taken before; null where this is the first time. */
export async function takenBefore(
  { tx, effectKey }: UseCase,
  obligation: Obligation,
): Promise<ProgressReported | null> {
  const report = await tx.reports.byEffectKey(effectKey, obligation.id);
  return report && { obligation, at: report.at, changed: true, evidence: report.evidence };
}

const spoken = ({ state, percent, reason, step }: Obligation) => ({
  state,
  percent,
  reason,
  ...(step === null ? {} : { step }),
});
