import type { Dependencies } from '../../app/dependencies.ts';
import { notOwn } from '../../app/duty-over.ts';
import { refuse } from '../../app/outcome.ts';
import { reportProgress } from '../../app/report/report-progress.ts';
import { mayActFor } from '../../core/access/actor.ts';
import type { ObligationId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { ProgressClaim } from '../../core/work/work-state.ts';
import { askEvidence } from '../dialogues/report/give-evidence.ts';
import { refusal } from '../refusal.ts';
import { type Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { recordedMessage, stepsMessage, unchangedText } from '../views/report/report.ts';
import { toPresser } from './to-presser.ts';

/**
 * Records what a press says, and shows it in place, to the presser alone where it was pressed in a group; asks for the
 * evidence first where the task wants some.
 */
export async function recordClaim(
  dependencies: Dependencies,
  turn: Turn,
  obligationId: ObligationId,
  claim: ProgressClaim,
): Promise<Reply> {
  const { frame } = turn;
  const outcome = await reportProgress(dependencies, turn.request, obligationId, claim);
  if (outcome.kind === 'refused') {
    return outcome.code === 'EVIDENCE_WANTED'
      ? askOwner(dependencies, turn, obligationId, (one) => askEvidence(dependencies, turn, one))
      : refusal(frame, outcome);
  }
  const shown = await toPresser(turn, () => recordedMessage(frame, outcome.value), 'edit');
  return outcome.value.changed
    ? shown
    : { ...shown, answer: { text: unchangedText(frame, outcome.value), popup: true } };
}

/** For a first step of several: refuses at once whoever may not take the last one. */
export async function forOwner(
  { unitOfWork }: Dependencies,
  { frame, actor, person }: Turn,
  id: ObligationId,
  proceed: (obligation: Obligation) => Promise<Reply>,
): Promise<Reply> {
  const obligation = await unitOfWork.read.obligations.byId(id);
  if (obligation === null) return refusal(frame, refuse('OBLIGATION_UNKNOWN'));
  if (actor === null || !mayActFor(actor, 'obligation.report', obligation.owner)) {
    const { directory, today } = frame;
    return refusal(frame, notOwn(directory, person?.id ?? null, obligation.owner, today));
  }
  return proceed(obligation);
}

/** What is asked of an owner is answered in private: pressed in a group, it leads there. */
export const askOwner: typeof forOwner = (dependencies, turn, id, ask) =>
  forOwner(dependencies, turn, id, (one) =>
    turn.incoming.chat.kind === 'private' ? ask(one) : toPresser(turn, () => stepsMessage(turn.frame, one)),
  );
