import type { Button, Message, Span } from '../../app/ports/message.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { Action } from '../buttons/action.ts';
import { encodeAction } from '../buttons/action-codec.ts';

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

/** One of the choices that the presser's open dialogue offers. */
export const choice = (label: string, word: string): Button =>
  button(label, { kind: 'dialogue', choice: word });

export const cancelling = (t: Translate): Button => choice(t('button.cancel'), 'cancel');

/** A row whose labels a phone would cut is broken. */
export const message = (
  entries: readonly (readonly Span[])[],
  buttons: readonly (readonly Button[])[] = [],
): Message => ({ entries, buttons: buttons.flatMap((row) => inRows(row, row.length)) });

/** A message of one plain text. */
export const saying = (text: string, buttons: readonly (readonly Button[])[] = []): Message =>
  message([[text]], buttons);

const ROW = 3;

/** Letters of a label, spaces aside, that a phone of 360 points shows whole, by the buttons of its row. */
const LETTERS_SHOWN = [Number.POSITIVE_INFINITY, 15, 10, 7, 5, 4, 3];

/** Buttons in their order, in rows of at most three, fewer where a label would be cut on a phone. */
export function inRows(buttons: readonly Button[], perRow = ROW): Button[][] {
  const rows: Button[][] = [];
  for (let from = 0; from < buttons.length; from += rows.at(-1)?.length ?? 1)
    rows.push(firstRow(buttons.slice(from, from + perRow)));
  return rows;
}

function firstRow(buttons: readonly Button[]): Button[] {
  const letters = LETTERS_SHOWN[buttons.length - 1] ?? 0;
  const fits = buttons.every(({ label }) => Array.from(label.replace(/\s/gu, '')).length <= letters);
  return fits || buttons.length === 1 ? [...buttons] : firstRow(buttons.slice(0, -1));
}

const LONGEST_TITLE = 90;

/** Shortened at a word; the whole title is one press away. */
export function shortTitle(title: string, longest = LONGEST_TITLE): string {
  const letters = Array.from(title);
  if (letters.length <= longest) return title;
  const cut = letters.slice(0, longest).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/u, '')}…`;
}

const LONGEST_LABEL = 30;

/** A name as far as a phone shows it on a button. */
export const asLabel = (name: string): string => shortTitle(name, LONGEST_LABEL);

/** The label of what holds now, among others. */
export const marked = (label: string, isSo: boolean): string => (isSo ? `✔ ${label}` : label);

/** The label of one of several that may be chosen together. */
export const ticked = (label: string, isChosen: boolean): string => `${isChosen ? '☑' : '☐'} ${label}`;
