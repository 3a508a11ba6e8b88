import type { Dependencies } from '../../app/dependencies.ts';
import { secretaryInbox } from '../../app/notices/secretary-inbox.ts';
import type { Message } from '../../app/ports/message.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { Turn } from '../turn.ts';
import { withSecretariat } from '../views/frame.ts';
import { inboxItemMessage, inboxMessage } from '../views/inbox.ts';
import { saying } from '../views/message.ts';

/** Whether the asker may manage the reports of others. */
export const mayManage = ({ actor }: Turn): boolean =>
  actor !== null && scopeOf('reports.manage', actor.roles) !== null;

export const secretariatOnly = ({ frame }: Turn): Message =>
  saying(frame.t('refusal.ACCESS_SECRETARIAT_ONLY', withSecretariat(frame)));

/** All that waits for the secretariat, or one thing of it; for the private chat only. */
export async function answerInbox(
  { unitOfWork }: Dependencies,
  turn: Turn,
  skip: number | null = null,
): Promise<Message> {
  if (!mayManage(turn)) return secretariatOnly(turn);
  const { frame } = turn;
  const inbox = await secretaryInbox(unitOfWork.read, frame.now);
  return skip === null ? inboxMessage(frame, inbox) : inboxItemMessage(frame, inbox, skip);
}
