import type { Message } from '../app/ports/message.ts';
import { spanText } from '../bot/split-message.ts';

/** A message as a terminal shows it: its text, then the labels of its buttons. */
export function plainText({ entries, buttons }: Message): string {
  const text = entries.map((entry) => entry.map(spanText).join('')).join('\n');
  const rows = buttons.map((row) => row.map(({ label }) => `[${label}]`).join(' '));
  return [text, ...rows].join('\n');
}
