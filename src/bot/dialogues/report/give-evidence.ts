import type { Dependencies } from '../../../app/dependencies.ts';
import type { Outcome } from '../../../app/outcome.ts';
import { reportProgress } from '../../../app/report/report-progress.ts';
import type { ProgressReported } from '../../../app/report/write-report.ts';
import type { ObligationId } from '../../../core/id.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { type Evidence, readEvidence } from '../../../core/work/evidence.ts';
import type { IncomingFile } from '../../incoming.ts';
import { refusal, refusalText } from '../../refusal.ts';
import { popup, type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';
import { askEvidenceMessage } from '../../views/report/evidence.ts';
import { recordedMessage, unchangedText } from '../../views/report/report.ts';
import { closeDialogue, type DialogueKind, saveDialogue } from '../dialogue-kind.ts';
import { keepFile } from '../keep-file.ts';

const IDENTITY = { kind: 'evidence', version: 1 } as const;

/** Asks for what shows that the work is done; the answer is the report. */
export async function askEvidence(
  dependencies: Dependencies,
  turn: Turn,
  obligation: Obligation,
): Promise<Reply> {
  await saveDialogue(dependencies, turn, IDENTITY, 'evidence', obligation.id);
  return say(askEvidenceMessage(turn.frame, obligation));
}

export const giveEvidence: DialogueKind<ObligationId> = {
  ...IDENTITY,
  async take(dependencies, turn, { draft: obligationId }, input) {
    const { frame, request } = turn;
    const report = (evidence: Evidence): Promise<Outcome<ProgressReported>> =>
      reportProgress(dependencies, request, obligationId, { kind: 'done', evidence });
    if (input.kind === 'choice') {
      if (input.choice === 'cancel') {
        await closeDialogue(dependencies, turn);
        return { edit: saying(frame.t('report.cancelled')) };
      }
      if (input.choice !== 'nothing') return popup(frame.t('answer.dialogueGone'));
      const outcome = await report({ kind: 'nothing' });
      await closeDialogue(dependencies, turn);
      return outcome.kind === 'refused'
        ? refusal(frame, outcome)
        : { edit: recordedMessage(frame, outcome.value) };
    }
    const evidence =
      input.kind === 'text'
        ? readEvidence(input.text)
        : input.file === undefined
          ? null
          : await fileEvidence(dependencies, input.file);
    if (evidence === null) return say(saying(frame.t('evidence.notRead')));
    if (typeof evidence === 'string') return say(saying(frame.t(`evidence.${evidence}`)));
    const outcome = await report(evidence);
    await closeDialogue(dependencies, turn);
    if (outcome.kind === 'refused') return say(saying(refusalText(frame, outcome)));
    return say(
      outcome.value.changed
        ? recordedMessage(frame, outcome.value)
        : saying(unchangedText(frame, outcome.value)),
    );
  },
};

/** A file that was sent as evidence; says by a word why it could not be had. */
export async function fileEvidence(
  dependencies: Dependencies,
  file: IncomingFile,
): Promise<Evidence | 'tooLarge' | 'unavailable'> {
  const kept = await keepFile(dependencies, file);
  return typeof kept === 'string' ? kept : { kind: 'file', ...kept };
}
