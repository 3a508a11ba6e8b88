import { type Chat, type ChatKind, NEW_CHAT } from '../../core/organisation/chat.ts';
import { chatAt, personAt } from '../../core/organisation/directory.ts';
import type { Person } from '../../core/organisation/person.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import type { Transaction } from '../ports/transaction.ts';
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
  dependencies: Dependencies,
  request: Request,
  seen: ChatSeen,
  present: boolean,
): Promise<Chat | null> {
  return dependencies.unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const person = personAt(directory, request.channel, request.user);
    const known = chatAt(directory, request.channel, request.chat);
    if (known !== null) return turned(tx, dependencies, known, present, person);
    if (!present || (seen.kind === 'private' && person === null)) return null;
    const met = { id: dependencies.ids.next<'chat'>(), channel: request.channel, key: request.chat };
    // A private chat is its person; a messenger's display name is not kept.
    const about = seen.kind === 'private' ? { personId: person?.id ?? null } : { title: seen.title };
    const chat: Chat = { ...NEW_CHAT, ...met, kind: seen.kind, thread: seen.thread, ...about };
    await tx.organisation.saveChat(chat);
    return chat;
  });
}

/** A known chat is lost, or found again. */
async function turned(
  tx: Transaction,
  { clock, ids }: Dependencies,
  known: Chat,
  present: boolean,
  by: Person | null,
): Promise<Chat> {
  if ((known.state === 'active') === present) return known;
  const chat: Chat = { ...known, state: present ? 'active' : 'lost' };
  await tx.organisation.saveChat(chat);
  const note = noteOf(tx, ids, clock.now(), { personId: by?.id ?? null, chatId: chat.id });
  await note({ action: present ? 'chat.found' : 'chat.lost', subject: chat.id });
  return chat;
}
