import { apiChat, type Chat } from './chat.ts';
import type { ApiMessage, Content, Message, ReplyMarkup } from './message.ts';
import { ANONYMOUS_ADMIN, type ApiUser, apiBot, apiUser } from './user.ts';
import { findChat, findMessage, findUser, type World } from './world.ts';

/**
 * The message as the Bot API shows it; what it replies to stands in it one level deep.
 * @param allMarkup also the markup that only the receiver's client acts on (force reply, keyboards).
 */
export function apiMessage(
  world: World,
  chatId: number,
  message: Message,
  { withReply = true, allMarkup = false } = {},
): ApiMessage {
  const chat = findChat(world, chatId);
  const shownChat = chat === undefined ? { id: chatId } : apiChat(chat, findUser(world, chatId));
  // What replies to nothing in a topic is shown as a reply to the message that opened it.
  const repliedId = message.replyTo ?? (message.topic === message.id ? null : (message.topic ?? null));
  const replied = withReply && repliedId !== null ? findMessage(world, chatId, repliedId) : undefined;
  const { pinned, ...content } = message.content;
  const pinnedMessage = pinned === undefined ? undefined : findMessage(world, chatId, pinned);
  return {
    message_id: message.id,
    from: message.anonymous ? ANONYMOUS_ADMIN : author(world, message.fromId),
    ...(message.anonymous ? { sender_chat: shownChat } : {}),
    chat: shownChat,
    date: message.date,
    ...thread(world, chat, message),
    ...(message.editDate === null ? {} : { edit_date: message.editDate }),
    ...(replied === undefined
      ? {}
      : { reply_to_message: apiMessage(world, chatId, replied, { withReply: false }) }),
    ...filled(content),
    ...(pinned === undefined
      ? {}
      : {
          pinned_message:
            pinnedMessage === undefined
              ? { chat: shownChat, message_id: pinned, date: 0 }
              : apiMessage(world, chatId, pinnedMessage, { withReply: false }),
        }),
    ...markup(message.markup, allMarkup),
  };
}

/** Of a topic; or, without the mark, of plain replies in a supergroup, named by the first message of the thread. */
function thread(world: World, chat: Chat | undefined, message: Message): Readonly<Record<string, unknown>> {
  if (message.topic !== undefined) return { message_thread_id: message.topic, is_topic_message: true };
  if (chat?.type !== 'supergroup' || message.replyTo === null) return {};
  let first = message.replyTo;
  for (let up = findMessage(world, chat.id, first); up?.replyTo; up = findMessage(world, chat.id, first)) {
    first = up.replyTo;
  }
  return { message_thread_id: first };
}

function author(world: World, id: number): ApiUser {
  if (id === world.state.bot.id) return apiBot(world.state.bot);
  const user = findUser(world, id);
  return user === undefined ? { id, is_bot: false, first_name: '' } : apiUser(user);
}

function filled(content: Omit<Content, 'pinned'>): Readonly<Record<string, unknown>> {
  const empty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
  return Object.fromEntries(Object.entries(content).filter(([, value]) => !empty(value)));
}

function markup(given: ReplyMarkup | null, all: boolean): Readonly<Record<string, unknown>> {
  if (given === null || !(all || given.inline_keyboard !== undefined)) return {};
  return { reply_markup: given };
}
