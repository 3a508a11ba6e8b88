import type { Chat } from '../../core/organisation/chat.ts';
import { chatAt, personAt } from '../../core/organisation/directory.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { noteOf } from '../use-case.ts';

/** A group is called otherwise than it was. Null where the bot does not know it. */
export async function noteTitle(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  title: string,
): Promise<Chat | null> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const known = chatAt(directory, request.channel, request.chat);
    if (known === null || known.title === title) return known;
    const chat: Chat = { ...known, title };
    await tx.organisation.saveChat(chat);
    const personId = personAt(directory, request.channel, request.user)?.id ?? null;
    const note = noteOf(tx, ids, at, { personId, chatId: chat.id });
    await note({
      action: 'chat.renamed',
      subject: chat.id,
      before: { title: known.title },
      after: { title },
    });
    return chat;
  });
}
