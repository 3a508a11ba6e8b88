import { badRequest } from '../../http/api-error.ts';
import { apiMessage } from '../../world/api-message.ts';
import { type Content, isService, type Message } from '../../world/message.ts';
import { announceEdit, post, removeMessages } from '../../world/post.ts';
import { findMessage, nowInSeconds, type World } from '../../world/world.ts';
import type { Call, Methods } from '../call.ts';
import { writableChat } from '../chat-access.ts';
import { type Params, requiredNumber } from '../params.ts';
import { readMarkup } from '../read-markup.ts';
import { readReply } from '../read-reply.ts';
import { CAPTION, MESSAGE_TEXT, readText } from '../read-text.ts';
import { readTopic } from '../read-topic.ts';

const DELETABLE_FOR_S = 48 * 3600;

/** Posts what the bot sends, after everything about the call has been checked. */
export function send({ world, params }: Call, contentOf: (world: World) => Content): unknown {
  const chat = writableChat(world, params);
  const replyTo = readReply(world, chat, params);
  const topic = readTopic(world, chat, params, replyTo);
  const markup = readMarkup(params);
  const message = post(world, chat, {
    fromId: world.state.bot.id,
    content: contentOf(world),
    replyTo,
    topic,
    markup,
  });
  return apiMessage(world, chat.id, message);
}

export const messageMethods: Methods = {
  sendMessage: (call) => {
    const formatted = readText(call.params, MESSAGE_TEXT, call.world.state.users);
    if (formatted.text === '') throw badRequest('message text is empty');
    return send(call, () => formatted);
  },

  editMessageText: ({ world, params }) => {
    const formatted = readText(params, MESSAGE_TEXT, world.state.users);
    if (formatted.text === '') throw badRequest('message text is empty');
    const message = editable(world, params);
    if (message.content.text === undefined) throw badRequest('there is no text in the message to edit');
    return edit(world, params, message, formatted);
  },

  editMessageCaption: ({ world, params }) => {
    const { text, entities } = readText(params, CAPTION, world.state.users);
    const message = editable(world, params);
    if (message.content.text !== undefined) throw badRequest('there is no caption in the message to edit');
    const { caption: _caption, caption_entities: _entities, ...file } = message.content;
    const captioned = text === '' ? {} : { caption: text, caption_entities: entities };
    return edit(world, params, message, { ...file, ...captioned });
  },

  editMessageReplyMarkup: ({ world, params }) => {
    const message = editable(world, params);
    return edit(world, params, message, message.content);
  },

  deleteMessage: ({ world, params }) => {
    const chat = writableChat(world, params);
    const message = findMessage(world, chat.id, requiredNumber(params, 'message_id'));
    if (message === undefined) throw badRequest('message to delete not found');
    const foreign = message.fromId !== world.state.bot.id && chat.type !== 'private';
    const old = nowInSeconds(world) - message.date > DELETABLE_FOR_S;
    if (old || (foreign && chat.bot !== 'administrator')) throw badRequest("message can't be deleted");
    removeMessages(world, chat, ({ id }) => id === message.id);
    return true;
  },

  pinChatMessage: ({ world, params }) => {
    const chat = writableChat(world, params);
    const message = findMessage(world, chat.id, requiredNumber(params, 'message_id'));
    if (message === undefined) throw badRequest('message to pin not found');
    // Any member may pin in a basic group; a supergroup wants an administrator.
    if (chat.type === 'supergroup' && chat.bot !== 'administrator') {
      throw badRequest('not enough rights to manage pinned messages in the chat');
    }
    if (chat.pinned[0] === message.id) return true;
    chat.pinned = [message.id, ...chat.pinned.filter((id) => id !== message.id)];
    const { topic } = message;
    post(world, chat, { fromId: world.state.bot.id, content: { pinned: message.id }, topic });
    world.events.send({ type: 'chat', chat: chat.id });
    return true;
  },

  unpinChatMessage: ({ world, params }) => {
    const chat = writableChat(world, params);
    const id = params.number('message_id') ?? chat.pinned[0];
    if (id === undefined || !chat.pinned.includes(id)) throw badRequest('message to unpin not found');
    chat.pinned = chat.pinned.filter((pinned) => pinned !== id);
    world.touch();
    world.events.send({ type: 'chat', chat: chat.id });
    return true;
  },

  sendChatAction: ({ world, params }) => {
    const chat = writableChat(world, params);
    readTopic(world, chat, params, null);
    world.events.send({ type: 'typing', chat: chat.id });
    return true;
  },
};

// A bot's own message can be edited for ever, unless it brought a keyboard of the receiver's client
// (TDLib MessagesManager.cpp, can_edit_message).
function editable(world: World, params: Params): Message {
  if (params.text('inline_message_id') !== undefined) throw badRequest('MESSAGE_ID_INVALID');
  if (params.number('chat_id') === undefined) throw badRequest('chat_id is empty');
  const chat = writableChat(world, params);
  const message = findMessage(world, chat.id, params.number('message_id') ?? 0);
  if (message === undefined) throw badRequest('message to edit not found');
  const otherMarkup = message.markup !== null && message.markup.inline_keyboard === undefined;
  if (message.fromId !== world.state.bot.id || isService(message) || otherMarkup) {
    throw badRequest("message can't be edited");
  }
  return message;
}

function edit(world: World, params: Params, message: Message, content: Content): unknown {
  const chat = writableChat(world, params);
  const markup = readMarkup(params, { inlineOnly: true });
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  if (same(content, message.content) && same(markup, message.markup)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  if (!same(content, message.content)) message.editDate = nowInSeconds(world);
  message.content = content;
  message.markup = markup;
  announceEdit(world, chat, message);
  return apiMessage(world, chat.id, message);
}
