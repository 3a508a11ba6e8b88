import type { Chat } from './chat.ts';
import { isService, type Message } from './message.ts';
import { findMessage, type World } from './world.ts';

/**
 * Whether a message reaches the bot (bots/features, privacy mode): in a group with privacy mode on, only
 * commands not meant for another bot, mentions of it, replies to it and service messages.
 */
export function botHears(world: World, chat: Chat, message: Message): boolean {
  const { bot } = world.state;
  if (chat.type === 'private' || chat.bot === 'administrator' || !bot.privacy) return true;
  if (isService(message)) return true;
  const replied = message.replyTo === null ? undefined : findMessage(world, chat.id, message.replyTo);
  if (replied?.fromId === bot.id) return true;
  const text = message.content.text ?? message.content.caption ?? '';
  const entities = message.content.entities ?? message.content.caption_entities ?? [];
  const own = `@${bot.username}`.toLowerCase();
  return entities.some(({ type, offset, length }) => {
    const part = text.slice(offset, offset + length).toLowerCase();
    if (type === 'mention') return part === own;
    if (type !== 'bot_command' || offset > 0) return false;
    return !part.includes('@') || part.endsWith(own);
  });
}
