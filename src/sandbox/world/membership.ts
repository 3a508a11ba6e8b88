import { apiChat, type BotStatus, type Chat } from './chat.ts';
import { chatMember } from './chat-member.ts';
import { post } from './post.ts';
import { apiBot, apiUser } from './user.ts';
import { findUser, hasBot, isIn, nowInSeconds, type World } from './world.ts';

const asMember = (status: BotStatus): string => (status === 'never' ? 'left' : status);

/** Changes how the bot stands to a chat and tells it so (update `my_chat_member`); `by` is who did it. */
export function setBotStatus(world: World, chat: Chat, status: BotStatus, by: number): void {
  if (chat.bot === status) return;
  const me = apiBot(world.state.bot);
  const actor = findUser(world, by);
  const before = chat.bot;
  chat.bot = status;
  world.touch();
  world.updates.push('my_chat_member', {
    chat: apiChat(chat, findUser(world, chat.id)),
    from: actor === undefined ? me : apiUser(actor),
    date: nowInSeconds(world),
    old_chat_member: chatMember(me, asMember(before)),
    new_chat_member: chatMember(me, asMember(status)),
  });
  world.events.send({ type: 'chat', chat: chat.id });
}

/** Adds the bot to a group, as its client does: the change first, then the service message. */
export function addBot(world: World, chat: Chat, by: number, admin: boolean): void {
  const was = hasBot(chat);
  setBotStatus(world, chat, admin ? 'administrator' : 'member', by);
  if (!was) post(world, chat, { fromId: by, content: { new_chat_members: [apiBot(world.state.bot)] } });
}

export function kickBot(world: World, chat: Chat, by: number): void {
  if (!hasBot(chat)) return;
  post(world, chat, { fromId: by, content: { left_chat_member: apiBot(world.state.bot) } });
  setBotStatus(world, chat, 'kicked', by);
}

export function addMember(world: World, chat: Chat, userId: number, by: number): void {
  const user = findUser(world, userId);
  if (user === undefined || chat.type === 'private' || isIn(chat, userId)) return;
  chat.members = [...chat.members, { userId, status: 'member' }];
  post(world, chat, { fromId: by, content: { new_chat_members: [apiUser(user)] } });
  world.events.send({ type: 'chat', chat: chat.id });
}

export function removeMember(world: World, chat: Chat, userId: number, by: number): void {
  const user = findUser(world, userId);
  if (user === undefined || chat.type === 'private' || !isIn(chat, userId)) return;
  post(world, chat, { fromId: by, content: { left_chat_member: apiUser(user) } });
  chat.members = chat.members.filter((member) => member.userId !== userId);
  world.events.send({ type: 'chat', chat: chat.id });
}

/** Calls a group otherwise, and says so in it. */
export function rename(world: World, chat: Chat, title: string, by: number): void {
  if (chat.title === title) return;
  chat.title = title;
  post(world, chat, { fromId: by, content: { new_chat_title: title } });
  world.events.send({ type: 'chat', chat: chat.id });
}

/**
 * Makes a supergroup of a basic group: messages stay behind, service messages in both name the other, and
 * the old id answers every call with the new one.
 */
export function migrate(world: World, chat: Chat, newId: number, by: number): Chat {
  const fresh: Chat = { ...chat, id: newId, type: 'supergroup', pinned: [], lastMessageId: 0 };
  world.state.chats.push(fresh);
  post(world, chat, { fromId: by, content: { migrate_to_chat_id: newId } });
  chat.migratedTo = newId;
  post(world, fresh, { fromId: by, content: { migrate_from_chat_id: chat.id } });
  world.events.send({ type: 'chat', chat: chat.id });
  world.events.send({ type: 'chat', chat: newId });
  return fresh;
}
