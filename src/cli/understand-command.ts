import type { Question } from '../core/question/question.ts';
import type { Instant } from '../core/time/instant.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { instantOption } from './values.ts';

/** Reads questions as the office of the database would, or that of the sample where there is none. */
export type ReadQuestion = (text: string, addressed: boolean, now: Instant) => Question;

export const understandCommand = (openReader: () => Promise<ReadQuestion>): Command => ({
  usage: 'understand [--now INSTANT]',
  does: 'reads one chat message a line, plain or {"text","addressed"}',
  async run({ args, clock, readInput, print }) {
    const { values } = readArguments(args, { now: { type: 'string' } }, 0);
    const now = instantOption('now', values.now) ?? clock.now();
    const read = await openReader();
    for await (const line of readInput()) {
      const { text, addressed } = messageOf(line);
      const { intent, range, slots } = read(text, addressed, now);
      print(JSON.stringify({ text, intent, range, slots }));
    }
    return 0;
  },
});

/** A line of JSON with a text, else the line itself as a message to the bot. */
function messageOf(line: string): { text: string; addressed: boolean } {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string') {
      return { text: value.text, addressed: !('addressed' in value) || value.addressed !== false };
    }
  } catch {
    // Not JSON: a plain message.
  }
  return { text: line, addressed: true };
}
