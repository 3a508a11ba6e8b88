import { apiChat } from './chat.ts';
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
  const replied =
    withReply && message.replyTo !== null ? findMessage(world, chatId, message.replyTo) : undefined;
  const { pinned, ...content } = message.content;
  const pinnedMessage = pinned === undefined ? undefined : findMessage(world, chatId, pinned);
  return {
    message_id: message.id,
    from: message.anonymous ? ANONYMOUS_ADMIN : author(world, message.fromId),
    ...(message.anonymous ? { sender_chat: shownChat } : {}),
    chat: shownChat,
    date: message.date,
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
