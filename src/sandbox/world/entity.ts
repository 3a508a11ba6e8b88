import type { ApiUser } from './user.ts';

/** A marked stretch of a text; offset and length count UTF-16 units (Bot API, MessageEntity). */
export interface MessageEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly user?: ApiUser;
  readonly language?: string;
  readonly custom_emoji_id?: string;
  readonly unix_time?: number;
  readonly date_time_format?: string;
}

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

// The patterns of the server (TDLib MessageEntity.cpp): a command or mention ends at a word's edge.
const FOUND: readonly { readonly type: string; readonly pattern: RegExp }[] = [
  { type: 'mention', pattern: /(?<![\p{L}\p{N}_])@[a-zA-Z0-9_]{2,32}(?![\p{L}\p{N}_])/gu },
  {
    type: 'bot_command',
    pattern: /(?<![\p{L}\p{N}_/<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/gu,
  },
  { type: 'hashtag', pattern: /(?<![\p{L}\d_])#(?=[\d_]*\p{L})[\p{L}\d_]{1,256}(?![\p{L}\d_#])/gu },
  { type: 'url', pattern: /(?<![\p{L}\p{N}_@.])(?:https?:\/\/|t\.me\/|www\.)[^\s<>"]*[^\s<>".,;:!?)]/giu },
  { type: 'email', pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
];

/** The entities that clients mark by themselves, beside those given; none inside code or over a link. */
export function withFoundEntities({ text, entities }: FormattedText): FormattedText {
  const taken = entities.filter(({ type }) => OPAQUE.has(type));
  const found: MessageEntity[] = [];
  for (const { type, pattern } of FOUND) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...taken, ...found].some((other) => overlap(other, entity))) found.push(entity);
    }
  }
  const all = [...entities, ...found];
  return { text, entities: all.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

const OPAQUE = new Set(['code', 'pre', 'text_link', 'text_mention', 'custom_emoji']);

const overlap = (a: MessageEntity, b: MessageEntity): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;

/** The text without spaces around it, its entities moved and cut accordingly, as the server does. */
export function trimmed({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const moved = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - start, 0);
    const to = Math.min(entity.offset + entity.length - start, kept.length);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { text: kept, entities: moved };
}
