import { badRequest } from '../http/api-error.ts';
import type { FormattedText, MessageEntity } from '../world/entity.ts';
import { apiUser, type User } from '../world/user.ts';
import { decodeLiteral, decodeLiterals } from './html-literal.ts';

interface OpenTag {
  readonly name: string;
  readonly argument: string;
  readonly offset: number;
}

const TYPES: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
  'tg-time': 'date_time',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

/**
 * Reads the HTML of the Bot API ("HTML style") with the server's own errors (TDLib MessageEntity.cpp, parse_html).
 * @param users people whom a `tg://user?id=` link can mean.
 * @throws ApiError 400 "can't parse entities: …" at a byte offset of the source.
 */
export function parseHtml(source: string, users: readonly User[]): FormattedText {
  let text = '';
  let at = 0;
  const entities: MessageEntity[] = [];
  const open: OpenTag[] = [];
  const fail = (problem: string): never => {
    throw badRequest(`can't parse entities: ${problem}`);
  };

  while (at < source.length) {
    const char = source[at];
    if (char === '&') {
      const decoded = decodeLiteral(source, at);
      text += decoded?.text ?? '&';
      at = decoded?.end ?? at + 1;
    } else if (char !== '<') {
      text += char;
      at += 1;
    } else if (source[at + 1] === '/') {
      at = close(at);
    } else {
      at = start(at);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) fail(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  const kept = entities.map((entity) => (entity.type === 'code' ? withoutLanguage(entity) : entity));
  return { text, entities: kept.sort((a, b) => a.offset - b.offset || b.length - a.length) };

  function start(begin: number): number {
    const offset = byteOffset(source, begin);
    const [name, afterName] = word(source, begin + 1, /[^\s>]*/y);
    if (afterName >= source.length) fail(`Unclosed start tag at byte offset ${offset}`);
    const tag = name.toLowerCase();
    if (!(tag in TYPES)) fail(`Unsupported start tag "${tag}" at byte offset ${offset}`);
    const attributes = new Map<string, string>();
    let position = skipSpace(source, afterName);
    while (source[position] !== '>') {
      position = attribute(tag, position, offset, attributes);
      position = skipSpace(source, position);
    }
    const argument = argumentOf(tag, attributes);
    if (tag === 'span' && argument !== 'spoiler') {
      fail(`Tag "span" must have class "tg-spoiler" at byte offset ${offset}`);
    }
    open.push({ name: tag, argument, offset: text.length });
    return position + 1;
  }

  function attribute(tag: string, begin: number, offset: number, into: Map<string, string>): number {
    const [name, afterName] = word(source, begin, /[^\s=>]*/y);
    if (begin >= source.length) fail(`Unclosed start tag at byte offset ${offset}`);
    if (name === '') fail(`Empty attribute name in the tag "${tag}" at byte offset ${offset}`);
    let position = skipSpace(source, afterName);
    // A bare `expandable` is the one attribute without a value.
    if (source[position] !== '=' && tag === 'blockquote' && name === 'expandable') {
      into.set(name, '1');
      return position;
    }
    if (source[position] !== '=') {
      fail(`Expected equal sign in declaration of an attribute of the tag "${tag}" at byte offset ${offset}`);
    }
    position = skipSpace(source, position + 1);
    const quote = source[position];
    if (quote === undefined) fail(`Unclosed start tag "${tag}" at byte offset ${offset}`);
    if (quote !== '"' && quote !== "'") {
      const [value, end] = word(source, position, /[A-Za-z0-9.-]*/y);
      if (!/[\s>]/.test(source[end] ?? '>')) {
        fail(`Unexpected end of name token at byte offset ${byteOffset(source, position)}`);
      }
      into.set(name, value.toLowerCase());
      position = end;
    } else {
      const end = source.indexOf(quote, position + 1);
      if (end === -1) fail(`Unclosed start tag at byte offset ${offset}`);
      into.set(name, decodeLiterals(source.slice(position + 1, end)));
      position = end + 1;
    }
    if (position >= source.length) fail(`Unclosed start tag at byte offset ${offset}`);
    return position;
  }

  function close(begin: number): number {
    const offset = byteOffset(source, begin);
    const tag = open.pop() ?? fail(`Unexpected end tag at byte offset ${offset}`);
    const [name, afterName] = word(source, begin + 2, /[^\s>]*/y);
    const end = skipSpace(source, afterName);
    if (source[end] !== '>') fail(`Unclosed end tag at byte offset ${offset}`);
    const found = name.toLowerCase();
    if (found !== '' && found !== tag.name) {
      fail(`Unmatched end tag at byte offset ${offset}, expected "</${tag.name}>", found "</${found}>"`);
    }
    if (text.length > tag.offset) addEntity(tag);
    return end + 1;
  }

  function addEntity({ name, argument, offset }: OpenTag): void {
    const place = { offset, length: text.length - offset };
    const last = entities.at(-1);
    const same = last !== undefined && last.offset === place.offset && last.length === place.length;
    if (name === 'a') {
      const link = linkEntity(argument === '' ? text.slice(offset) : argument, users);
      if (link !== null) entities.push({ ...link, ...place });
    } else if (name === 'pre' && same && last.type === 'code' && last.language !== undefined) {
      entities[entities.length - 1] = { type: 'pre', language: last.language, ...place };
    } else if (name === 'tg-emoji') {
      if (!/^[1-9]\d*$/.test(argument)) fail('Invalid custom emoji identifier specified');
      entities.push({ type: 'custom_emoji', custom_emoji_id: argument, ...place });
    } else if (name === 'tg-time') {
      if (!/^\d+$/.test(argument)) fail('Invalid date-time identifier specified');
      entities.push({ type: 'date_time', unix_time: Number(argument), ...place });
    } else if (name === 'blockquote') {
      entities.push({ type: argument === '' ? 'blockquote' : 'expandable_blockquote', ...place });
    } else if (name === 'code' && argument !== '') {
      entities.push({ type: 'code', language: argument, ...place });
    } else {
      entities.push({ type: TYPES[name] ?? name, ...place });
    }
  }
}

const ARGUMENTS: Readonly<Record<string, readonly [attribute: string, prefix: string]>> = {
  a: ['href', ''],
  code: ['class', 'language-'],
  span: ['class', 'tg-'],
  'tg-emoji': ['emoji-id', ''],
  'tg-time': ['unix', ''],
  blockquote: ['expandable', ''],
};

function argumentOf(tag: string, attributes: ReadonlyMap<string, string>): string {
  const [attribute, prefix] = ARGUMENTS[tag] ?? ['', ''];
  const value = attributes.get(attribute) ?? '';
  return value.startsWith(prefix) ? value.slice(prefix.length) : '';
}

/** A person for `tg://user?id=`, a link for a web address, nothing for what is neither. */
function linkEntity(
  url: string,
  users: readonly User[],
): Pick<MessageEntity, 'type' | 'url' | 'user'> | null {
  const id = /^tg:\/\/user\?id=(\d+)$/i.exec(url)?.[1];
  if (id !== undefined) {
    const user = users.find((one) => one.id === Number(id));
    return user === undefined ? null : { type: 'text_mention', user: apiUser(user) };
  }
  const address = /^[a-z][a-z+.-]*:/i.test(url) ? url : `http://${url}`;
  if (!/^(https?|tg|mailto|tel):/i.test(address) || !URL.canParse(address)) return null;
  return /\.|^(tg|mailto|tel):|localhost/i.test(address)
    ? { type: 'text_link', url: new URL(address).href }
    : null;
}

// A language belongs to code inside `pre` alone.
const withoutLanguage = ({ type, offset, length }: MessageEntity): MessageEntity => ({
  type,
  offset,
  length,
});

function word(source: string, from: number, pattern: RegExp): [string, number] {
  pattern.lastIndex = from;
  const found = pattern.exec(source)?.[0] ?? '';
  return [found, from + found.length];
}

function skipSpace(source: string, from: number): number {
  return word(source, from, /\s*/y)[1];
}

function byteOffset(source: string, at: number): number {
  return Buffer.byteLength(source.slice(0, at));
}
