import { type ApiError, badRequest } from '../http/api-error.ts';
import { decodeLiterals } from './html-literal.ts';

/** The tags of "HTML style": what they mark, and the attribute that says more of it, behind a prefix. */
const TAGS: Readonly<Record<string, readonly [type: string, attribute?: string, prefix?: string]>> = {
  b: ['bold'],
  strong: ['bold'],
  i: ['italic'],
  em: ['italic'],
  u: ['underline'],
  ins: ['underline'],
  s: ['strikethrough'],
  strike: ['strikethrough'],
  del: ['strikethrough'],
  span: ['spoiler', 'class', 'tg-'],
  'tg-spoiler': ['spoiler'],
  'tg-emoji': ['custom_emoji', 'emoji-id'],
  'tg-time': ['date_time', 'unix'],
  a: ['text_link', 'href'],
  code: ['code', 'class', 'language-'],
  pre: ['pre'],
  blockquote: ['blockquote', 'expandable'],
};

export interface StartTag {
  readonly name: string;
  readonly type: string;
  /** What its attribute says; empty where nothing. */
  readonly argument: string;
}

/** Something read, and where the rest begins. */
interface Read<Value> {
  readonly value: Value;
  readonly end: number;
}

export const cannotParse = (problem: string): ApiError => badRequest(`can't parse entities: ${problem}`);

/** The tag that begins at `<`. */
export function readStartTag(source: string, begin: number): Read<StartTag> {
  const offset = byteOffset(source, begin);
  const name = word(source, begin + 1, /[^\s>]*/y);
  if (name.end >= source.length) throw cannotParse(`Unclosed start tag at byte offset ${offset}`);
  const tag = name.value.toLowerCase();
  const [type, wanted, prefix = ''] = TAGS[tag] ?? [];
  if (type === undefined) throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${offset}`);
  const attributes = new Map<string, string>();
  let at = skipSpace(source, name.end);
  while (source[at] !== '>') {
    const { value, end } = readAttribute(source, at, tag, offset);
    attributes.set(...value);
    at = skipSpace(source, end);
  }
  const said = attributes.get(wanted ?? '') ?? '';
  const argument = said.startsWith(prefix) ? said.slice(prefix.length) : '';
  if (tag === 'span' && argument !== 'spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${offset}`);
  }
  return { value: { name: tag, type, argument }, end: at + 1 };
}

function readAttribute(
  source: string,
  begin: number,
  tag: string,
  offset: number,
): Read<[name: string, value: string]> {
  const { value: name, end: afterName } = word(source, begin, /[^\s=>]*/y);
  if (begin >= source.length) throw cannotParse(`Unclosed start tag at byte offset ${offset}`);
  if (name === '') throw cannotParse(`Empty attribute name in the tag "${tag}" at byte offset ${offset}`);
  const equals = skipSpace(source, afterName);
  if (source[equals] !== '=') {
    // A bare `expandable` is the one attribute without a value.
    if (tag === 'blockquote' && name === 'expandable') return { value: [name, '1'], end: equals };
    throw cannotParse(
      `Expected equal sign in declaration of an attribute of the tag "${tag}" at byte offset ${offset}`,
    );
  }
  const start = skipSpace(source, equals + 1);
  if (start >= source.length) throw cannotParse(`Unclosed start tag "${tag}" at byte offset ${offset}`);
  const { value, end } = readValue(source, start);
  if (end >= source.length) throw cannotParse(`Unclosed start tag at byte offset ${offset}`);
  return { value: [name, value], end };
}

/** In quotes, or a bare word. */
function readValue(source: string, begin: number): Read<string> {
  const quote = source.charAt(begin);
  if (quote === '"' || quote === "'") {
    const end = source.indexOf(quote, begin + 1);
    if (end === -1) return { value: '', end: source.length };
    return { value: decodeLiterals(source.slice(begin + 1, end)), end: end + 1 };
  }
  const { value, end } = word(source, begin, /[A-Za-z0-9.-]*/y);
  if (!/[\s>]/.test(source[end] ?? '>')) {
    throw cannotParse(`Unexpected end of name token at byte offset ${byteOffset(source, begin)}`);
  }
  return { value: value.toLowerCase(), end };
}

/** The end tag that begins at `</`, of the tag that is open; its name may be left out. */
export function readEndTag<Open extends StartTag>(
  source: string,
  begin: number,
  open: Open | undefined,
): Read<Open> {
  const offset = byteOffset(source, begin);
  if (open === undefined) throw cannotParse(`Unexpected end tag at byte offset ${offset}`);
  const name = word(source, begin + 2, /[^\s>]*/y);
  const end = skipSpace(source, name.end);
  if (source[end] !== '>') throw cannotParse(`Unclosed end tag at byte offset ${offset}`);
  const found = name.value.toLowerCase();
  if (found !== '' && found !== open.name) {
    throw cannotParse(
      `Unmatched end tag at byte offset ${offset}, expected "</${open.name}>", found "</${found}>"`,
    );
  }
  return { value: open, end: end + 1 };
}

function word(source: string, from: number, pattern: RegExp): Read<string> {
  pattern.lastIndex = from;
  const value = pattern.exec(source)?.[0] ?? '';
  return { value, end: from + value.length };
}

const skipSpace = (source: string, from: number): number => word(source, from, /\s*/y).end;

const byteOffset = (source: string, at: number): number => Buffer.byteLength(source.slice(0, at));
