import type { Message } from '../../app/ports/message.ts';
import { privateChatOf } from '../../core/organisation/directory.ts';
import { onlyPrivately } from '../private-door.ts';
import { type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';

/**
 * What is one person's own, or the secretariat's, never stands in a group: pressed there, it comes to them in private.
 */
export async function toPresser(
  turn: Turn,
  message: () => Message | Promise<Message>,
  way: 'edit' | 'say' = 'say',
): Promise<Reply> {
  const { frame, person, incoming } = turn;
  if (incoming.chat.kind === 'private') {
    const shown = await message();
    return way === 'edit' ? { edit: shown } : say(shown);
  }
  const there = person === null ? null : privateChatOf(frame.directory, person.id);
  return there?.state === 'active'
    ? { quietly: await message(), answer: { text: frame.t('answer.sentPrivately'), popup: false } }
    : onlyPrivately(turn);
}
