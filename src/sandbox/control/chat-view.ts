import type { Chat, Topic } from '../world/chat.ts';
import type { ApiMessage, Message } from '../world/message.ts';
import { shown } from '../world/post.ts';
import { findUser, isAdmin, isIn, messagesOf, type World } from '../world/world.ts';
import type { BotCommand } from '../world/world-state.ts';

/** A chat as its line in the list of one user's chats. */
export interface ChatView {
  readonly id: number;
  readonly type: Chat['type'];
  readonly title: string;
  readonly bot: Chat['bot'];
  readonly cluster: string | null;
  readonly members: readonly { readonly id: number; readonly status: string }[];
  readonly pinned: readonly number[];
  /** The topics of a forum beside the general one; null where the chat is none. */
  readonly topics: readonly TopicView[] | null;
  /** In all topics. */
  readonly unread: number;
  /** In the general topic, where there are others. */
  readonly lastRead: number;
  readonly last: ApiMessage | null;
}

interface TopicView extends Topic {
  readonly unread: number;
  readonly lastRead: number;
}

/** What each user has seen is kept by chat and topic. */
export const readKey = (chatId: number, userId: number, topic?: number): string =>
  topic === undefined ? `${chatId}:${userId}` : `${chatId}/${topic}:${userId}`;

/** The user's chats, the one with the newest message first. */
export function chatsOf(world: World, userId: number): readonly ChatView[] {
  return world.state.chats
    .filter((chat) => isIn(chat, userId) && chat.migratedTo === null)
    .map((chat) => chatView(world, chat, userId))
    .sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0));
}

function chatView(world: World, chat: Chat, userId: number): ChatView {
  const messages = messagesOf(world, chat.id);
  const lastRead = (topic?: number): number => world.state.read[readKey(chat.id, userId, topic)] ?? 0;
  const unreadIn = (topic?: number): number =>
    messages.filter((one) => one.topic === topic && one.id > lastRead(topic) && one.fromId !== userId).length;
  const topics = chat.topics?.map((one) => ({
    ...one,
    unread: unreadIn(one.id),
    lastRead: lastRead(one.id),
  }));
  const last = messages.at(-1);
  return {
    id: chat.id,
    type: chat.type,
    title: chat.title ?? world.state.bot.name,
    bot: chat.bot,
    cluster: chat.cluster,
    members: chat.members.map((member) => ({ id: member.userId, status: member.status })),
    pinned: chat.pinned,
    topics: topics ?? null,
    unread: (topics ?? []).reduce((sum, { unread }) => sum + unread, unreadIn()),
    lastRead: lastRead(),
    last: last === undefined ? null : shown(world, chat.id, last),
  };
}

/** How many messages the user has not seen, in all chats. */
export function unreadOf(world: World, userId: number): number {
  return chatsOf(world, userId).reduce((sum, { unread }) => sum + unread, 0);
}

export interface MessagePage {
  readonly messages: readonly ApiMessage[];
  /** Whether there are older ones. */
  readonly more: boolean;
}

/** The newest `limit` messages that `isMeant`, oldest first. */
export function messagePage(
  world: World,
  chat: Chat,
  limit: number,
  isMeant: (message: Message) => boolean,
): MessagePage {
  const older = messagesOf(world, chat.id).filter(isMeant);
  return {
    messages: older.slice(-limit).map((message) => shown(world, chat.id, message)),
    more: older.length > limit,
  };
}

/**
 * The command menu that a user sees in a chat: the narrowest scope that has one, in the user's language
 * before the one for all (Bot API, BotCommandScope, "Determining list of commands").
 */
export function commandsFor(world: World, chat: Chat, userId: number): readonly BotCommand[] {
  const language = findUser(world, userId)?.languageCode ?? '';
  const admin = isAdmin(chat, userId);
  const scopes =
    chat.type === 'private'
      ? [`chat:${chat.id}`, 'all_private_chats', 'default']
      : [
          `chat_member:${chat.id}:${userId}`,
          ...(admin ? [`chat_administrators:${chat.id}`] : []),
          `chat:${chat.id}`,
          ...(admin ? ['all_chat_administrators'] : []),
          'all_group_chats',
          'default',
        ];
  for (const scope of scopes) {
    const menu = world.state.commands[`${scope}|${language}`] ?? world.state.commands[`${scope}|`];
    if (menu !== undefined) return menu;
  }
  return [];
}
