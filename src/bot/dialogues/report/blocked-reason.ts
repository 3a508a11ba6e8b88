import type { Dependencies } from '../../../app/dependencies.ts';
import { reportProgress } from '../../../app/report/report-progress.ts';
import type { ObligationId } from '../../../core/id.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';
import { askReasonMessage, recordedMessage, unchangedText } from '../../views/report/report.ts';
import { saveDialogue } from '../dialogue-kind.ts';
import { oneAnswer, readReason } from '../one-answer.ts';

const IDENTITY = { kind: 'blocked_reason', version: 1 } as const;

/** Asks why an obligation is blocked; the answer is the report. */
export async function askReason(
  dependencies: Dependencies,
  turn: Turn,
  obligation: Obligation,
): Promise<Reply> {
  await saveDialogue(dependencies, turn, IDENTITY, 'reason', obligation.id);
  return say(askReasonMessage(turn.frame, obligation));
}

/** What was answered to the report that this update made, its reason or its evidence; null where it made none. */
export async function reportTaken(
  { unitOfWork }: Dependencies,
  { frame, request }: Turn,
): Promise<Reply | null> {
  const report = await unitOfWork.read.reports.byEffectKey(request.effectKey);
  const obligation = report === null ? null : await unitOfWork.read.obligations.byId(report.obligationId);
  return report === null || obligation === null
    ? null
    : say(recordedMessage(frame, { obligation, at: report.at, evidence: report.evidence, changed: true }));
}

export const blockedReason = oneAnswer<ObligationId, string>({
  ...IDENTITY,
  cancelled: 'report.cancelled',
  read: readReason,
  async take(dependencies, { frame, request }, obligationId, reason) {
    const outcome = await reportProgress(dependencies, request, obligationId, { kind: 'blocked', reason });
    if (outcome.kind === 'refused') return saying(refusalText(frame, outcome));
    return outcome.value.changed
      ? recordedMessage(frame, outcome.value)
      : saying(unchangedText(frame, outcome.value));
  },
});
