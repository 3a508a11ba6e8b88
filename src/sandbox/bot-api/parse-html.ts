import type { FormattedText, MessageEntity } from '../world/entity.ts';
import type { User } from '../world/user.ts';
import { entityOf } from './html-entity.ts';
import { decodeLiteral } from './html-literal.ts';
import { cannotParse, readEndTag, readStartTag, type StartTag } from './html-tag.ts';

/**
 * Reads the HTML of the Bot API ("HTML style") with the server's own errors (TDLib MessageEntity.cpp, parse_html).
 * @param users people whom a `tg://user?id=` link can mean.
 * @throws ApiError 400 "can't parse entities: …" at a byte offset of the source.
 */
export function parseHtml(source: string, users: readonly User[]): FormattedText {
  let text = '';
  let at = 0;
  const entities: MessageEntity[] = [];
  const open: (StartTag & { readonly offset: number })[] = [];
  while (at < source.length) {
    if (source[at] === '&') {
      const decoded = decodeLiteral(source, at);
      text += decoded?.text ?? '&';
      at = decoded?.end ?? at + 1;
    } else if (source[at] !== '<') {
      text += source[at];
      at += 1;
    } else if (source[at + 1] === '/') {
      const { value: tag, end } = readEndTag(source, at, open.pop());
      const marked = text.slice(tag.offset);
      const meaning = marked === '' ? null : entityOf(tag, marked, users);
      if (meaning !== null) add(entities, { ...meaning, offset: tag.offset, length: marked.length });
      at = end;
    } else {
      const { value: tag, end } = readStartTag(source, at);
      open.push({ ...tag, offset: text.length });
      at = end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  const kept = entities.map((entity) => (entity.type === 'code' ? withoutLanguage(entity) : entity));
  return { text, entities: kept.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

/** Code in a language that fills a `pre` is that block's language. */
function add(entities: MessageEntity[], entity: MessageEntity): void {
  const { type, offset, length } = entity;
  const last = entities.at(-1);
  const isFilled = last?.type === 'code' && last.offset === offset && last.length === length;
  const language = type === 'pre' && isFilled ? last.language : undefined;
  if (language === undefined) entities.push(entity);
  else entities[entities.length - 1] = { ...entity, language };
}

// A language belongs to code inside `pre` alone.
const withoutLanguage = ({ type, offset, length }: MessageEntity): MessageEntity => ({
  type,
  offset,
  length,
});
