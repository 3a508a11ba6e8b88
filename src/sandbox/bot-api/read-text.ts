import { badRequest } from '../http/api-error.ts';
import { codePoints } from '../world/code-points.ts';
import { type FormattedText, type MessageEntity, trimmed, withFoundEntities } from '../world/entity.ts';
import type { User } from '../world/user.ts';
import type { Params } from './params.ts';
import { parseHtml } from './parse-html.ts';

export interface TextFields {
  readonly text: string;
  readonly entities: string;
  /** Code points left after the markup is taken off. */
  readonly limit: number;
  readonly tooLong: string;
}

export const MESSAGE_TEXT: TextFields = {
  text: 'text',
  entities: 'entities',
  limit: 4096,
  tooLong: 'message is too long',
};

export const CAPTION: TextFields = {
  text: 'caption',
  entities: 'caption_entities',
  limit: 1024,
  tooLong: 'message caption is too long',
};

// Bytes before parsing (Client.cpp, get_formatted_text).
const LONGEST_SOURCE = 32_768;

/** The text of a call with its entities, from markup or as given. @throws ApiError 400 in the server's words. */
export function readText(params: Params, fields: TextFields, users: readonly User[]): FormattedText {
  const source = params.text(fields.text) ?? '';
  if (Buffer.byteLength(source) > LONGEST_SOURCE) throw badRequest('text is too long');
  const parsed = trimmed(parse(source, params, fields, users));
  if (codePoints(parsed.text).length > fields.limit) throw badRequest(fields.tooLong);
  return withFoundEntities(parsed);
}

function parse(source: string, params: Params, fields: TextFields, users: readonly User[]): FormattedText {
  const mode = (params.text('parse_mode') ?? 'none').toLowerCase();
  if (mode === 'html') return parseHtml(source, users);
  if (mode === 'markdown' || mode === 'markdownv2') {
    throw badRequest(`the sandbox reads HTML and entities, not ${mode}`);
  }
  if (mode !== 'none' && mode !== '') throw badRequest('unsupported parse_mode');
  const entities = (params.object(fields.entities) as readonly MessageEntity[] | undefined) ?? [];
  for (const { offset, length } of entities) {
    if (offset < 0 || length <= 0 || offset + length > source.length) {
      throw badRequest(`entity beginning at UTF-16 offset ${offset} ends after the end of the text`);
    }
  }
  return { text: source, entities };
}
