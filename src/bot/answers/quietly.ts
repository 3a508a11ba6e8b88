import type { Message } from '../../app/ports/message.ts';
import { privateChatOf } from '../../core/organisation/directory.ts';
import { popup, type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** In private it is said there; a press in a group is answered in the presser's private chat, with a passing line. */
export function quietly({ frame, person, incoming }: Turn, message: Message): Reply {
  if (incoming.chat.kind === 'private') return say(message);
  const there = person === null ? null : privateChatOf(frame.directory, person.id);
  return there?.state === 'active'
    ? { quietly: message, answer: { text: frame.t('answer.sentPrivately'), popup: false } }
    : popup(frame.t('answer.openPrivately'));
}
