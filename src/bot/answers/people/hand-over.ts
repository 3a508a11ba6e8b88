import type { Dependencies } from '../../../app/dependencies.ts';
import { confirmHandOver } from '../../../app/people/confirm-hand-over.ts';
import { handOverSheet } from '../../../app/people/hand-over-sheet.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { PersonId } from '../../../core/id.ts';
import {
  HAND_OVER_SIDES,
  type HandOver,
  type HandOverId,
  type HandOverSide,
  peopleOfSide,
} from '../../../core/organisation/hand-over.ts';
import { refusalText } from '../../refusal.ts';
import { popup, type Reply } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import type { Frame } from '../../views/frame.ts';
import { handOverMessage } from '../../views/people/hand-over.ts';

/** The sheet as one of those concerned sees it. */
export async function sheetFor(
  { unitOfWork }: Dependencies,
  frame: Frame,
  handOver: HandOver,
  reader: PersonId,
): Promise<Message> {
  const { directory, today } = frame;
  const sheet = await handOverSheet(unitOfWork.read, directory, handOver, today);
  const sides = HAND_OVER_SIDES.filter((side) =>
    peopleOfSide(directory, handOver, side, today).some(({ id }) => id === reader),
  );
  return handOverMessage(frame, handOver, sheet, sides);
}

export async function confirmSide(
  dependencies: Dependencies,
  turn: Turn,
  id: HandOverId,
  side: HandOverSide,
): Promise<Reply> {
  const { frame, person, incoming } = turn;
  const outcome = await confirmHandOver(dependencies, turn.request, id, side);
  if (outcome.kind === 'refused') return popup(refusalText(frame, outcome));
  if (person === null || incoming.chat.kind === 'group') return popup(frame.t('handOver.recorded'));
  const edit = await sheetFor(dependencies, frame, outcome.value.handOver, person.id);
  return outcome.value.changed
    ? { edit }
    : { edit, answer: { text: frame.t('handOver.before'), popup: false } };
}
