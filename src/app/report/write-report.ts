import { afterClaim, saysTheSame, takesBack } from '../../core/obligation/apply-claim.ts';
import { correctionEnds } from '../../core/obligation/correction.ts';
import type { Evidence } from '../../core/obligation/evidence.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { STEPS } from '../../core/obligation/step.ts';
import { type ProgressClaim, stateAfter } from '../../core/obligation/work-state.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { handlingOf, taskById, workKindOf } from '../../core/plan/plan-book.ts';
import type { Instant } from '../../core/time/instant.ts';
import { tellComplete } from '../assignment/tell-assignment.ts';
import { alertSecretariat } from '../notices/alert-secretariat.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { RecordedFrom } from '../ports/report-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import type { Requester } from '../requester.ts';
import { dayAt } from '../today.ts';
import { noteOf } from '../use-case.ts';
import { noteReport } from './note-report.ts';
import { touchBoards } from './show-group-board.ts';
import { withdrawExtension } from './withdraw-extension.ts';

export interface ProgressReported {
  readonly obligation: Obligation;
  readonly at: Instant;
  /** False where the same was recorded before by another update: a second press. */
  readonly changed: boolean;
  /** What was given with "done"; null or absent where nothing was. */
  readonly evidence?: Evidence | null;
}

export interface Reporting {
  readonly by: Requester['by'];
  readonly effectKey: string;
  readonly at: Instant;
  /** Where the secretariat records for the owner. */
  readonly recorded: RecordedFrom | null;
}

/**
 * Writes what is said of an obligation by somebody who may say it: the new state, a report, an audit entry, and the
 * line to the owner's other people. Refused: OBLIGATION_CLOSED, STEP_NOT_OF_TASK, EVIDENCE_WANTED.
 */
export async function writeReport(
  tx: Transaction,
  ids: IdSource,
  before: Obligation,
  claim: ProgressClaim,
  { by, effectKey, at, recorded }: Reporting,
): Promise<Outcome<ProgressReported>> {
  const directory = await tx.organisation.directory();
  const earlier = await takenBefore(tx, effectKey, before);
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
  const today = dayAt(at, directory);
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
  const note = noteOf(tx, ids, at, by);
  await note({
    action: isLate ? 'obligation.corrected_late' : 'obligation.reported',
    subject: before.id,
    before: spoken(before),
    after: spoken(after),
  });
  await touchBoards(tx, before);
  await noteReport(tx, ids, { obligation: after, reportId: id, by: by.personId, at, isLate });
  if (state === 'done') {
    await withdrawExtension(tx, before.id, at);
    if (handling.confirmation) await alertSecretariat(tx, ids, at);
    if (task.given === true) await tellComplete(tx, ids, task.id, at);
  }
  return done({ obligation: { ...after, revision: after.revision + 1 }, at, changed: true, evidence });
}

/** What the update recorded when it was taken before; null where this is the first time. */
export async function takenBefore(
  { reports }: Pick<Transaction, 'reports'>,
  effectKey: string,
  obligation: Obligation,
): Promise<ProgressReported | null> {
  const report = await reports.byEffectKey(effectKey, obligation.id);
  return report && { obligation, at: report.at, changed: true, evidence: report.evidence };
}

const spoken = ({ state, percent, reason, step }: Obligation) => ({
  state,
  percent,
  reason,
  ...(step === null ? {} : { step }),
});
