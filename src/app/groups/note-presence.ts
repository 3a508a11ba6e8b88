import type { Chat, ChatKind } from '../../core/organisation/chat.ts';
import { chatAt, personAt } from '../../core/organisation/directory.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { noteOf } from '../use-case.ts';

export interface ChatSeen {
  readonly kind: ChatKind;
  readonly title: string;
  readonly thread: string | null;
}

/**
 * The bot can, or can no longer, speak in a chat: added or removed, started or blocked. Private chats are kept for
 * known people only. Null where nothing is kept.
 */
export async function notePresence(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  seen: ChatSeen,
  present: boolean,
): Promise<Chat | null> {
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const known = chatAt(directory, request.channel, request.chat);
    const person = seen.kind === 'private' ? personAt(directory, request.channel, request.user) : null;
    if (known !== null) {
      if ((known.state === 'active') === present) return known;
      const chat: Chat = { ...known, state: present ? 'active' : 'lost' };
      await tx.organisation.saveChat(chat);
      const note = noteOf(tx, ids, clock.now(), {
        personId: personAt(directory, request.channel, request.user)?.id ?? null,
        chatId: chat.id,
      });
      await note({ action: present ? 'chat.found' : 'chat.lost', subject: chat.id });
      return chat;
    }
    if (!present || (seen.kind === 'private' && person === null)) return null;
    const chat: Chat = {
      id: ids.next<'chat'>(),
      channel: request.channel,
      key: request.chat,
      kind: seen.kind,
      // A private chat is its person; a messenger's display name is not kept.
      title: seen.kind === 'group' ? seen.title : '',
      thread: seen.thread,
      clusterId: null,
      personId: person?.id ?? null,
      locale: null,
      freeQuestions: false,
      state: 'active',
    };
    await tx.organisation.saveChat(chat);
    return chat;
  });
}
