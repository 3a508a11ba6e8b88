import type { Chat } from '../../core/organisation/chat.ts';
import { chatAt } from '../../core/organisation/directory.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Address } from '../ports/messenger.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { noteOf } from '../use-case.ts';

const LOST = 'chat.topic_lost';
const FOUND = 'chat.topic_found';

/**
 * The topic in which a group is spoken to is closed or deleted, or can be written in again. Of topics in which the
 * bot only answers nothing is noted, and nothing twice.
 */
export async function noteTopic(
  { unitOfWork, clock, ids }: Dependencies,
  { channel, chat: key, thread }: Address,
  isOpen: boolean,
): Promise<void> {
  const at = clock.now();
  await unitOfWork.run(async (tx) => {
    const chat = chatAt(await tx.organisation.directory(), channel, key);
    if (chat === null || chat.clusterId === null || chat.thread === null || chat.thread !== thread) return;
    const wasOpen = !(await isTopicLost(tx, chat));
    if (wasOpen === isOpen) return;
    const note = noteOf(tx, ids, at, { personId: null, chatId: chat.id });
    await note({ action: isOpen ? FOUND : LOST, subject: chat.id, after: { thread } });
  });
}

/** Groups that are bound to a topic in which nothing can be said: what is said there comes in the general one. */
export async function lostTopics(read: Pick<ReadModel, 'organisation' | 'audit'>): Promise<Chat[]> {
  const { chats } = await read.organisation.directory();
  const bound = chats.filter(
    ({ clusterId, thread, state }) => clusterId !== null && thread !== null && state === 'active',
  );
  const lost = await Promise.all(bound.map((chat) => isTopicLost(read, chat)));
  return bound.filter((_, index) => lost[index]);
}

async function isTopicLost({ audit }: Pick<ReadModel, 'audit'>, { id, thread }: Chat): Promise<boolean> {
  const latest = await audit.latest(id, [LOST, FOUND]);
  return latest?.action === LOST && (latest.after as { thread?: unknown } | null)?.thread === thread;
}
