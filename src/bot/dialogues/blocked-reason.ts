import type { Dependencies } from '../../app/dependencies.ts';
import { reportProgress } from '../../app/report-progress.ts';
import type { ObligationId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { saying } from '../views/message.ts';
import { askReasonMessage, recordedMessage, unchangedText } from '../views/report.ts';
import { closeDialogue, type DialogueKind, type Drafted, saveDialogue } from './dialogue-kind.ts';

const IDENTITY = { kind: 'blocked_reason', version: 1 } as const;
const LONGEST_REASON = 500;

/** Asks why an obligation is blocked; the answer is the report. */
export async function askReason(
  dependencies: Dependencies,
  turn: Turn,
  obligation: Obligation,
): Promise<Reply> {
  await saveDialogue(dependencies, turn, IDENTITY, 'reason', obligation.id);
  return say(askReasonMessage(turn.frame, obligation));
}

/** What was answered to the reason that this update gave; null where it gave none. */
export async function reasonTaken(
  { unitOfWork }: Dependencies,
  { frame, request }: Turn,
): Promise<Reply | null> {
  const report = await unitOfWork.read.reports.byEffectKey(request.effectKey);
  const obligation = report === null ? null : await unitOfWork.read.obligations.byId(report.obligationId);
  return report === null || obligation === null
    ? null
    : say(recordedMessage(frame, { obligation, at: report.at, changed: true }));
}

export const blockedReason: DialogueKind = {
  ...IDENTITY,
  async take(dependencies, turn, dialogue, input) {
    const { frame, request } = turn;
    const { draft: obligationId } = dialogue.draft as Drafted<ObligationId>;
    if (input.kind === 'choice') {
      if (input.choice !== 'cancel') return popup(frame.t('answer.dialogueGone'));
      await closeDialogue(dependencies, turn);
      return { edit: saying(frame.t('report.cancelled')) };
    }
    const reason = input.kind === 'text' ? input.text.trim() : '';
    if (reason === '') return say(saying(frame.t('report.reasonIsText')));
    if (Array.from(reason).length > LONGEST_REASON) {
      return say(saying(frame.t('report.reasonTooLong', { limit: LONGEST_REASON })));
    }
    const outcome = await reportProgress(dependencies, request, obligationId, { kind: 'blocked', reason });
    await closeDialogue(dependencies, turn);
    if (outcome.kind === 'refused') return say(saying(refusalText(frame, outcome)));
    return say(
      outcome.value.changed
        ? recordedMessage(frame, outcome.value)
        : saying(unchangedText(frame, outcome.value)),
    );
  },
};
