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

export const blockedReason: DialogueKind = {
  ...IDENTITY,
  async take(dependencies, turn, dialogue, input) {
    const { frame, request } = turn;
    const { draft: obligationId } = dialogue.draft as Drafted<ObligationId>;
    if (input.kind === 'choice') {
      await closeDialogue(dependencies, turn);
      return popup(frame.t('launch.cancelled'));
    }
    const reason = input.kind === 'text' ? input.text.trim() : '';
    if (reason === '') return say(saying(frame.t('report.reasonIsText')));
    if ([...reason].length > LONGEST_REASON) {
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
