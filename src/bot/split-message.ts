import type { Button, Message, Span } from '../app/ports/message.ts';
import type { Capabilities } from '../app/ports/messenger.ts';

type Entry = readonly Span[];

/** In code points: what a part leaves for the remark that it may be a repeat, which is known only after it is frozen. */
export const ROOM_FOR_MARK = 40;

/** The message in the parts in which a channel takes it. */
export const partsFor = ({ textLimit }: Pick<Capabilities, 'textLimit'>, message: Message): Message[] =>
  splitMessage(message, textLimit - ROOM_FOR_MARK);

/**
 * The message in parts that a channel takes (limit in code points of the visible text), split between entries and
 * never inside one, buttons and attachment on the last. Only an entry that alone is too long is cut, at a space
 * where it has one: nothing of it is lost.
 */
export function splitMessage(message: Message, limit: number): Message[] {
  const parts: Entry[][] = [[]];
  let length = 0;
  for (const entry of message.entries.flatMap((one) => cutEntry(one, limit))) {
    const added = entryLength(entry) + 1;
    const part = parts.at(-1);
    if (part === undefined || (part.length > 0 && length + added > limit)) {
      parts.push([entry]);
      length = added;
    } else {
      part.push(entry);
      length += added;
    }
  }
  return parts.map((entries, index) =>
    index === parts.length - 1 ? { ...message, entries } : { entries, buttons: [] as Button[][] },
  );
}

/** The text of a message, an entry after another. */
export const entriesText = (entries: Message['entries']): string =>
  entries.map((entry) => entry.map(spanText).join('')).join('\n');

export const spanText = (span: Span): string =>
  typeof span === 'string' ? span : 'bold' in span ? span.bold : span.italic;

const entryLength = (entry: Entry): number =>
  entry.reduce((sum, span) => sum + Array.from(spanText(span)).length, 0);

function cutEntry(entry: Entry, limit: number): Entry[] {
  if (entryLength(entry) < limit) return [entry];
  const rest = Array.from(entry.map(spanText).join(''));
  const pieces: Entry[] = [];
  while (rest.length >= limit) {
    const space = rest.slice(0, limit - 1).lastIndexOf(' ');
    pieces.push([rest.splice(0, space > 0 ? space + 1 : limit - 1).join('')]);
  }
  return rest.length === 0 ? pieces : [...pieces, [rest.join('')]];
}
