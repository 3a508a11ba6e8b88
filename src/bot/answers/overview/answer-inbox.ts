import type { Dependencies } from '../../../app/dependencies.ts';
import { secretaryInbox } from '../../../app/overview/secretary-inbox.ts';
import type { Message } from '../../../app/ports/message.ts';
import { may, secretariatOnly } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { inboxMessage } from '../../views/overview/inbox.ts';
import { inboxItemMessage } from '../../views/overview/inbox-item.ts';

/** All that waits for the secretariat, or one thing of it; for the private chat only. */
export async function answerInbox(
  { unitOfWork }: Dependencies,
  turn: Turn,
  skip: number | null = null,
): Promise<Message> {
  if (!may(turn, 'reports.manage')) return secretariatOnly(turn);
  const { frame } = turn;
  const inbox = await secretaryInbox(unitOfWork.read, frame.now);
  return skip === null ? inboxMessage(frame, inbox) : inboxItemMessage(frame, inbox, skip);
}
