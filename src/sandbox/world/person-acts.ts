import type { CallbackAnswer } from '../updates/callback-query.ts';
import { apiMessage } from './api-message.ts';
import { apiChat, type Chat } from './chat.ts';
import { codePoints } from './code-points.ts';
import { trimmed, withFoundEntities } from './entity.ts';
import { keepFile } from './keep-file.ts';
import { setBotStatus } from './membership.ts';
import type { Content, InlineButton, Message } from './message.ts';
import { announceEdit, post } from './post.ts';
import { botHears } from './privacy.ts';
import { apiUser, type User } from './user.ts';
import { findMessage, findUser, hasBot, isAdmin, isIn, nowInSeconds, type World } from './world.ts';

/** Something that a person's client would not let them do. */
export class ActError extends Error {}

export interface Saying {
  readonly text: string;
  readonly replyTo?: number | null;
  /** The topic of a forum to write in; what replies goes where it replies. */
  readonly topic?: number | undefined;
  readonly anonymous?: boolean;
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}

const LONGEST_TEXT = 4096;

/** A person writes; a text longer than a message goes as several, as clients send it. Gives the last message. */
export async function say(world: World, user: User, chat: Chat, saying: Saying): Promise<Message> {
  if (!isIn(chat, user.id)) throw new ActError('the user is not in the chat');
  if (chat.migratedTo !== null) throw new ActError('the group has become a supergroup');
  if (chat.type === 'private' && chat.bot === 'kicked') throw new ActError('the user has blocked the bot');
  if (chat.type === 'private') setStarted(world, chat);
  const shared = {
    fromId: user.id,
    replyTo: saying.replyTo ?? null,
    topic: topicToWriteIn(world, user, chat, saying),
    anonymous: (saying.anonymous ?? false) && chat.type !== 'private',
  };
  if (saying.file !== undefined) {
    const file = await fileContent(world, saying.file);
    return post(world, chat, { ...shared, content: { ...file, ...captionContent(saying.text) } });
  }
  const points = codePoints(trimmed({ text: saying.text, entities: [] }).text);
  if (points.length === 0) throw new ActError('the message is empty');
  let last: Message | undefined;
  for (let at = 0; at < points.length; at += LONGEST_TEXT) {
    const text = points.slice(at, at + LONGEST_TEXT).join('');
    last = post(world, chat, { ...shared, content: withFoundEntities({ text, entities: [] }) });
  }
  if (last === undefined) throw new ActError('the message is empty');
  return last;
}

function topicToWriteIn(
  world: World,
  user: User,
  chat: Chat,
  { replyTo, topic }: Saying,
): number | undefined {
  const replied = typeof replyTo === 'number' ? findMessage(world, chat.id, replyTo) : undefined;
  const id = replied === undefined ? topic : replied.topic;
  if (id === undefined) return undefined;
  const there = chat.topics?.find((one) => one.id === id);
  if (there === undefined) throw new ActError('there is no such topic');
  if (there.closed && !isAdmin(chat, user.id)) throw new ActError('the topic is closed');
  return id;
}

// In private the bot hears of a block and its end only, not of the first start (Bot API, my_chat_member).
function setStarted(world: World, chat: Chat): void {
  if (chat.bot !== 'never') return;
  chat.bot = 'member';
  world.touch();
  world.events.send({ type: 'chat', chat: chat.id });
}

function captionContent(text: string): Content {
  if (text.trim() === '') return {};
  const caption = withFoundEntities(trimmed({ text, entities: [] }));
  return { caption: caption.text, caption_entities: caption.entities };
}

async function fileContent(world: World, file: NonNullable<Saying['file']>): Promise<Content> {
  const kept = await keepFile(world, file);
  if (!/^image\/(png|jpeg)$/.test(file.type)) return { document: kept };
  const { file_name: _name, mime_type: _type, ...size } = kept;
  return { photo: [{ width: 0, height: 0, ...size }] };
}

/** Presses Start, or follows a deep link with its payload; a block ends with it. */
export async function start(world: World, user: User, chat: Chat, payload: string): Promise<Message> {
  if (chat.bot === 'kicked') setBotStatus(world, chat, 'member', user.id);
  return await say(world, user, chat, { text: `/start ${payload}`.trim() });
}

/** A person changes what they wrote. */
export function editOwn(world: World, user: User, chat: Chat, message: Message, text: string): void {
  if (message.fromId !== user.id || message.content.text === undefined) {
    throw new ActError('only an own text can be edited');
  }
  message.content = withFoundEntities(trimmed({ text, entities: [] }));
  message.editDate = nowInSeconds(world);
  announceEdit(world, chat, message);
  if (hasBot(chat) && botHears(world, chat, message)) {
    world.updates.push('edited_message', apiMessage(world, chat.id, message));
  }
}

export interface Press {
  readonly messageId: number;
  /** The data of the button; a button of that data need not be there any more, as on an old screen. */
  readonly data?: string | undefined;
  /** The label of the button. */
  readonly text?: string | undefined;
}

/** Presses a button; gives the id under which the answer will come. */
export function press(world: World, user: User, chat: Chat, { messageId, data, text }: Press): string {
  if (!isIn(chat, user.id)) throw new ActError('the user is not in the chat');
  const message = findMessage(world, chat.id, messageId);
  const button = message?.markup?.inline_keyboard?.flat().find((one) => isMeant(one, data, text));
  const pressed = data ?? button?.callback_data;
  if (pressed === undefined) throw new ActError(`no such button: ${text ?? ''}`);
  world.state.last.callback += 1;
  const id = String(world.state.last.callback);
  world.state.callbacks.push({ id, userId: user.id, chatId: chat.id, messageId, pressedAt: Date.now() });
  world.updates.push('callback_query', {
    id,
    from: apiUser(user),
    message:
      message === undefined
        ? { chat: apiChat(chat, findUser(world, chat.id)), message_id: messageId, date: 0 }
        : apiMessage(world, chat.id, message),
    chat_instance: String(chat.id),
    data: pressed,
  });
  world.touch();
  return id;
}

const isMeant = (button: InlineButton, data?: string, text?: string): boolean =>
  data === undefined ? button.text === text : button.callback_data === data;

/** Waits for the bot to answer a press; null when it has not within `withinMs` real milliseconds. */
export async function answerOf(world: World, id: string, withinMs: number): Promise<CallbackAnswer | null> {
  return await new Promise((resolve) => {
    const end = (answer: CallbackAnswer | null): void => {
      clearTimeout(timer);
      stop();
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), withinMs);
    const stop = world.events.listen((event) => {
      if (event.type === 'answer' && event.callback === id) end(event.answer);
    });
  });
}
