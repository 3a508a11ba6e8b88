import type { CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User } from 'grammy/types';
import type { InboxItem } from '../app/ports/inbox.ts';
import type { Incoming, IncomingChat, IncomingContent, IncomingSender } from '../bot/incoming.ts';
import { instantOf } from '../core/time/instant.ts';
import { contentOf } from './content.ts';
import type { Download } from './download.ts';
import type { BotIdentity } from './identity.ts';

/** A supergroup's admins who write as the group itself (Bot API, Message.sender_chat); a stand-in, nobody. */
const ANONYMOUS_ADMIN = 1087968824;

type Part = Pick<Incoming, 'at' | 'chat' | 'sender' | 'content'>;

/** What an update means; null where the bot has no part in it (edits, channels, other bots). */
export function translate(item: InboxItem, bot: BotIdentity, download: Download): Incoming | null {
  const update = item.payload as Update;
  const part = partOf(update, item, bot, download);
  if (part === null) return null;
  return {
    channel: item.channel,
    effectKey: `${item.channel}:${item.bot}:${item.key}`,
    again: item.attempts > 0,
    ...part,
  };
}

function partOf(update: Update, item: InboxItem, bot: BotIdentity, download: Download): Part | null {
  if (update.message !== undefined) return fromMessage(update.message, bot, download);
  if (update.callback_query !== undefined) return fromPress(update.callback_query, item);
  if (update.my_chat_member !== undefined) return fromMembership(update.my_chat_member);
  return null;
}

function fromMessage(message: Message, bot: BotIdentity, download: Download): Part | null {
  const sender = senderOf(message);
  const chat = chatOf(message.chat, message);
  if (chat === null || sender === 'a bot') return null;
  const at = instantOf(message.date * 1000);
  if (message.migrate_from_chat_id !== undefined) {
    const from = { ...chat, key: String(message.migrate_from_chat_id) };
    return { at, chat: from, sender, content: { kind: 'moved', to: chat.key } };
  }
  return { at, chat, sender, content: contentOf(message, bot, download) };
}

function fromPress(query: CallbackQuery, item: InboxItem): Part | null {
  const { message } = query;
  const chat = message === undefined ? null : chatOf(message.chat, message);
  if (message === undefined || chat === null) return null;
  const content: IncomingContent = {
    kind: 'press',
    data: query.data ?? '',
    press: query.id,
    // Bot API, InaccessibleMessage: date 0 says that it is deleted or out of reach.
    message: message.date === 0 ? null : String(message.message_id),
  };
  return { at: item.receivedAt, chat, sender: personOf(query.from), content };
}

function fromMembership(change: ChatMemberUpdated): Part | null {
  const chat = chatOf(change.chat);
  if (chat === null) return null;
  const present = isPresent(change.new_chat_member);
  const wasPresent = isPresent(change.old_chat_member);
  const sender = change.from.id === ANONYMOUS_ADMIN ? null : personOf(change.from);
  const at = instantOf(change.date * 1000);
  return { at, chat, sender, content: { kind: 'membership', present, wasPresent } };
}

const absent: ReadonlySet<string> = new Set(['left', 'kicked']);

const isPresent = (member: ChatMember): boolean =>
  member.status === 'restricted' ? member.is_member : !absent.has(member.status);

function chatOf(
  chat: Chat,
  message?: Pick<Message, 'is_topic_message' | 'message_thread_id'>,
): IncomingChat | null {
  if (chat.type === 'channel') return null;
  const title =
    chat.type === 'private' ? [chat.first_name, chat.last_name].filter(Boolean).join(' ') : chat.title;
  // A thread id without the mark is one of plain replies, to which nothing can be sent.
  const thread = message?.is_topic_message === true ? (message.message_thread_id ?? null) : null;
  return {
    key: String(chat.id),
    kind: chat.type === 'private' ? 'private' : 'group',
    title: title.normalize('NFC'),
    thread: thread === null ? null : String(thread),
  };
}

function senderOf(message: Message): IncomingSender | null | 'a bot' {
  const { from, sender_chat: onBehalfOf } = message;
  if (onBehalfOf !== undefined || from === undefined || from.id === ANONYMOUS_ADMIN) return null;
  return from.is_bot ? 'a bot' : personOf(from);
}

function personOf(user: User): IncomingSender {
  return { user: String(user.id), language: user.language_code ?? null };
}
