import type { Dependencies } from '../../../app/dependencies.ts';
import { confirmHandOver } from '../../../app/people/confirm-hand-over.ts';
import { handOverSheet } from '../../../app/people/hand-over-sheet.ts';
import type { HandOverId, HandOverSide } from '../../../core/organisation/hand-over.ts';
import { refusal } from '../../refusal.ts';
import { popup, type Reply } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { handOverMessage } from '../../views/people/hand-over.ts';

/** One side confirms, and sees the sheet as it stands then. */
export async function confirmSide(
  dependencies: Dependencies,
  turn: Turn,
  id: HandOverId,
  side: HandOverSide,
): Promise<Reply> {
  const { frame, person, incoming } = turn;
  const outcome = await confirmHandOver(dependencies, turn.request, id, side);
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  if (person === null || incoming.chat.kind === 'group') return popup(frame.t('handOver.recorded'));
  const { handOver } = outcome.value;
  const sheet = await handOverSheet(dependencies.unitOfWork.read, frame.directory, handOver, frame.today);
  const edit = handOverMessage(frame, handOver, sheet, person.id);
  return outcome.value.changed
    ? { edit }
    : { edit, answer: { text: frame.t('handOver.before'), popup: false } };
}
