import { apiMessage } from './api-message.ts';
import type { Chat } from './chat.ts';
import type { ApiMessage, Content, Message, ReplyMarkup } from './message.ts';
import { botHears } from './privacy.ts';
import { hasBot, nowInSeconds, type World } from './world.ts';

export interface NewMessage {
  readonly fromId: number;
  readonly content: Content;
  readonly anonymous?: boolean;
  readonly replyTo?: number | null;
  /** `opened`: the message opens a topic, which takes its id. */
  readonly topic?: number | 'opened' | undefined;
  readonly markup?: ReplyMarkup | null;
}

/** Puts a message into the chat: pages see it, and the bot where it is not its own and may hear it. */
export function post(world: World, chat: Chat, given: NewMessage): Message {
  const id = nextMessageId(world, chat);
  const topic = given.topic === 'opened' ? id : given.topic;
  const message: Message = {
    id,
    fromId: given.fromId,
    anonymous: given.anonymous ?? false,
    date: nowInSeconds(world),
    editDate: null,
    content: given.content,
    replyTo: given.replyTo ?? null,
    ...(topic === undefined ? {} : { topic }),
    markup: given.markup ?? null,
  };
  const list = (world.state.messages[chat.id] ??= []);
  list.push(message);
  world.touch();
  world.events.send({ type: 'message', chat: chat.id, message: shown(world, chat.id, message) });
  const own = given.fromId === world.state.bot.id;
  if (!own && hasBot(chat) && botHears(world, chat, message)) {
    world.updates.push('message', apiMessage(world, chat.id, message));
  }
  return message;
}

/** Tells pages that a message now reads differently, after the caller has changed it. */
export function announceEdit(world: World, chat: Chat, message: Message): void {
  world.touch();
  world.events.send({ type: 'edited', chat: chat.id, message: shown(world, chat.id, message) });
}

/** Takes messages out of their chat; a pin goes with its message. */
export function removeMessages(world: World, chat: Chat, isMeant: (message: Message) => boolean): void {
  const list = world.state.messages[chat.id] ?? [];
  const gone = new Set(list.filter(isMeant).map(({ id }) => id));
  world.state.messages[chat.id] = list.filter(({ id }) => !gone.has(id));
  chat.pinned = chat.pinned.filter((id) => !gone.has(id));
  world.touch();
  for (const messageId of gone) world.events.send({ type: 'deleted', chat: chat.id, messageId });
}

/** The message as pages see it. */
export function shown(world: World, chatId: number, message: Message): ApiMessage {
  return apiMessage(world, chatId, message, { allMarkup: true });
}

function nextMessageId(world: World, chat: Chat): number {
  if (chat.type === 'supergroup') {
    // The first message of a supergroup is its creation, whose id is the general topic's.
    chat.lastMessageId = Math.max(chat.lastMessageId, 1) + 1;
    return chat.lastMessageId;
  }
  world.state.last.message += 1;
  return world.state.last.message;
}
