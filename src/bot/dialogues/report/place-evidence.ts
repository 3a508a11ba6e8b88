import type { Dependencies } from '../../../app/dependencies.ts';
import { reportProgress } from '../../../app/report/report-progress.ts';
import { ownOwnerIds } from '../../../core/access/actor.ts';
import type { ObligationId } from '../../../core/id.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { addDays } from '../../../core/time/local-date.ts';
import { type Evidence, readEvidence } from '../../../core/work/evidence.ts';
import { atHand } from '../../answers/ask/at-hand.ts';
import type { IncomingFile } from '../../incoming.ts';
import { refusal } from '../../refusal.ts';
import { popup, type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';
import { askWhichTaskMessage } from '../../views/report/evidence.ts';
import { recordedMessage } from '../../views/report/report.ts';
import { closeDialogue, type DialogueKind, saveDialogue } from '../dialogue-kind.ts';
import { fileEvidence } from './give-evidence.ts';

const IDENTITY = { kind: 'place_evidence', version: 1 } as const;

interface Draft {
  readonly evidence: Evidence;
  /** In the order of their buttons. */
  readonly obligationIds: readonly ObligationId[];
}

const MOST_OPEN = 6;
const MOST_DONE = 3;
const DONE_WITHIN_DAYS = 30;

/**
 * A document's number, a link or a file that nobody had asked for, in private: of which task it is, is one press. Null
 * where it is none of these, or its sender owes nothing.
 */
export async function takeLooseEvidence(
  dependencies: Dependencies,
  turn: Turn,
  sent: string | IncomingFile,
): Promise<Reply | null> {
  const { frame, incoming } = turn;
  if (incoming.chat.kind !== 'private') return null;
  if (typeof sent === 'string' && readEvidence(sent) === null) return null;
  const candidates = await candidatesOf(dependencies, turn);
  if (candidates.length === 0) return null;
  const evidence = typeof sent === 'string' ? readEvidence(sent) : await fileEvidence(dependencies, sent);
  if (evidence === null) return null;
  if (typeof evidence === 'string') return say(saying(frame.t(`evidence.${evidence}`)));
  const draft: Draft = { evidence, obligationIds: candidates.map(({ id }) => id) };
  await saveDialogue(dependencies, turn, IDENTITY, 'task', draft);
  return say(askWhichTaskMessage(frame, evidence, candidates));
}

/** What is at hand, then what was lately done and may want its document. */
async function candidatesOf(
  { unitOfWork }: Dependencies,
  { frame, actor }: Turn,
): Promise<readonly Obligation[]> {
  if (actor === null) return [];
  const owed = await unitOfWork.read.obligations.ofOwners(ownOwnerIds(actor));
  const since = addDays(frame.today, -DONE_WITHIN_DAYS);
  const done = owed.filter(({ state, doneOn }) => state === 'done' && doneOn !== null && doneOn >= since);
  return [...atHand(frame, owed).slice(0, MOST_OPEN), ...done.slice(-MOST_DONE)];
}

export const placeEvidence: DialogueKind<Draft> = {
  ...IDENTITY,
  async take(dependencies, turn, { draft: { evidence, obligationIds } }, input) {
    const { frame } = turn;
    if (input.kind !== 'choice') return null;
    if (input.choice === 'cancel') {
      await closeDialogue(dependencies, turn);
      return { edit: saying(frame.t('report.cancelled')) };
    }
    const obligationId = obligationIds.find((_, index) => input.choice === `o-${index}`);
    if (obligationId === undefined) return popup(frame.t('answer.dialogueGone'));
    const outcome = await reportProgress(dependencies, turn.request, obligationId, {
      kind: 'done',
      evidence,
    });
    await closeDialogue(dependencies, turn);
    return outcome.kind === 'refused'
      ? refusal(frame, outcome)
      : { edit: recordedMessage(frame, outcome.value) };
  },
};
