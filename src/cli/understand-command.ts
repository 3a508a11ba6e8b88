import type { Question } from '../core/question/question.ts';
import type { Instant } from '../core/time/instant.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { instantOption } from './values.ts';

/** Reads questions as the office of the database would, or that of the sample where there is none. */
export type ReadQuestion = (text: string, spokenTo: boolean, now: Instant) => Question;

export const understandCommand = (openReader: () => Promise<ReadQuestion>): Command => ({
  usage: 'understand [--now INSTANT]',
  does: 'reads one chat message a line, plain or {"text","addressed"}',
  async run({ args, clock, readInput, print }) {
    const { values } = readArguments(args, { now: { type: 'string' } }, 0);
    const now = instantOption('now', values.now) ?? clock.now();
    const read = await openReader();
    for await (const line of readInput()) {
      const { text, addressed } = messageOf(line);
      const { intent, range, slots } =
        addressed === null ? ofItsWords((spokenTo) => read(text, spokenTo, now)) : read(text, addressed, now);
      print(JSON.stringify({ text, intent, range, slots }));
    }
    return 0;
  },
});

/** What a message said to the bot asks for without asking: help, days, a title. */
const BARE: ReadonlySet<string> = new Set(['asks-for-help', 'names-days', 'names-a-topic', 'gives-a-title']);

/** A plain line is said to the bot, save where its words are plainly said among people. */
function ofItsWords(read: (spokenTo: boolean) => Question): Question {
  const heard = read(false);
  if (heard.intent !== 'none') return heard;
  const said = read(true);
  return said.reasons.some((reason) => BARE.has(reason)) ? said : heard;
}

/** A line of JSON with a text and whether it is addressed to the bot, else the line itself, of which nothing more is known. */
function messageOf(line: string): { text: string; addressed: boolean | null } {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string') {
      return { text: value.text, addressed: !('addressed' in value) || value.addressed !== false };
    }
  } catch {
    // Not JSON: a plain message.
  }
  return { text: line, addressed: null };
}
