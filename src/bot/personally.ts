import type { Message } from '../app/ports/message.ts';
import { withDoor } from './private-door.ts';
import { type Reply, say } from './reply.ts';
import type { Turn } from './turn.ts';
import { saying } from './views/message.ts';

/** What is one person's own goes to their private chat, even when it was asked in a group. */
export function personally(turn: Turn, message: Message): Reply {
  const { frame, incoming } = turn;
  if (incoming.chat.kind === 'private') return say(message);
  return {
    privately: {
      message,
      notice: saying(frame.t('answer.sentPrivately')),
      otherwise: withDoor(turn, saying(frame.t('answer.openPrivately'))),
    },
  };
}
