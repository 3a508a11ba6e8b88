import type { Message } from 'grammy/types';
import type { BotIdentity } from './identity.ts';

export interface AddressedText {
  /** Without mentions of the bot, NFC. */
  readonly text: string;
  readonly addressed: boolean;
}

const COMMAND = /^\/(\w{1,32})(?:@(\w+))?(?=\s|$)/;

/**
 * What a message says and whether it says it to the bot: in private always, in a group by a command that is for
 * us, a mention or a reply to a message of ours. `/han@our_bot` becomes `/han`.
 */
export function addressText(message: Message, bot: BotIdentity): AddressedText {
  const raw = message.text ?? message.caption ?? '';
  const command = COMMAND.exec(raw);
  const ours = command !== null && isUs(command[2], bot);
  const mentions = mentionsOf(message, raw, bot);
  const spoken = ours ? `/${command[1]}${raw.slice(command[0].length)}` : cut(raw, mentions);
  return {
    text: spoken.trim().normalize('NFC'),
    addressed:
      message.chat.type === 'private' ||
      (command === null ? mentions.length > 0 || repliesToUs(message, bot) : ours || mentions.length > 0),
  };
}

function repliesToUs(message: Message, bot: BotIdentity): boolean {
  return repliedMessage(message)?.from?.id === bot.id;
}

/** The message replied to. In a topic every message "replies" to the one that opened it: not meant so. */
export function repliedMessage(message: Message): Message | null {
  const replied = message.reply_to_message;
  return replied === undefined || replied.forum_topic_created !== undefined ? null : replied;
}

function isUs(username: string | undefined, bot: BotIdentity): boolean {
  return username === undefined || username.toLowerCase() === bot.username.toLowerCase();
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function mentionsOf(message: Message, raw: string, bot: BotIdentity): Range[] {
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.flatMap((entity) => {
    const range = { from: entity.offset, to: entity.offset + entity.length };
    if (entity.type === 'text_mention') return entity.user.id === bot.id ? [range] : [];
    const named = entity.type === 'mention' ? raw.slice(range.from + 1, range.to) : undefined;
    return named !== undefined && isUs(named, bot) ? [range] : [];
  });
}

/** Entities count UTF-16 units, as strings here do. */
function cut(text: string, ranges: readonly Range[]): string {
  return ranges
    .toSorted((a, b) => b.from - a.from)
    .reduce((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, text)
    .replace(/ {2,}/g, ' ');
}
