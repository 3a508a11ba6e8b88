import type { Button, Message, Span } from '../../app/ports/message.ts';
import type { Action } from '../actions/action.ts';
import { encodeAction } from '../actions/action-codec.ts';

/** Lines that belong together: never split between two messages. */
export const entry = (...lines: readonly (Span | readonly Span[])[]): Span[] =>
  lines.flatMap((line, index) => {
    const spans = Array.isArray(line) ? (line as readonly Span[]) : [line as Span];
    return index === 0 ? spans : ['\n', ...spans];
  });

/** An entry after a blank line. */
export const paragraph = (...lines: readonly (Span | readonly Span[])[]): Span[] => [
  '\n',
  ...entry(...lines),
];

export const bold = (text: string): Span => ({ bold: text });

export const button = (label: string, action: Action): Button => ({ label, data: encodeAction(action) });

export const message = (
  entries: readonly (readonly Span[])[],
  buttons: readonly (readonly Button[])[] = [],
): Message => ({ entries, buttons: buttons.filter((row) => row.length > 0) });

/** A message of one plain text. */
export const saying = (text: string, buttons: readonly (readonly Button[])[] = []): Message =>
  message([[text]], buttons);

const ROW = 3;

/** Buttons in rows of at most three, so that labels fit a phone. */
export const inRows = (buttons: readonly Button[], perRow = ROW): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, (row + 1) * perRow),
  );

const LONGEST_TITLE = 90;

/** Shortened at a word; the whole title is one press away. */
export function shortTitle(title: string, longest = LONGEST_TITLE): string {
  const letters = Array.from(title);
  if (letters.length <= longest) return title;
  const cut = letters.slice(0, longest).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/u, '')}…`;
}
