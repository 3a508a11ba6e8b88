import type { Message } from '../../app/ports/message.ts';
import { privateChatOf } from '../../core/organisation/directory.ts';
import { popup, type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** What is one person's own never stands in a group: pressed there, it comes to them in private. */
export function toPresser(
  { frame, person, incoming }: Turn,
  message: Message,
  way: 'edit' | 'say' = 'say',
): Reply {
  if (incoming.chat.kind === 'private') return way === 'edit' ? { edit: message } : say(message);
  const there = person === null ? null : privateChatOf(frame.directory, person.id);
  return there?.state === 'active'
    ? { quietly: message, answer: { text: frame.t('answer.sentPrivately'), popup: false } }
    : popup(frame.t('answer.openPrivately'));
}
