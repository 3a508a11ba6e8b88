import type { Message } from '../app/ports/message.ts';
import { entriesText } from '../bot/split-message.ts';

/** A message as a terminal shows it: its text, then the labels of its buttons. */
export function plainText({ entries, buttons }: Message): string {
  const rows = buttons.map((row) => row.map(({ label }) => `[${label}]`).join(' '));
  return [entriesText(entries), ...rows].join('\n');
}
