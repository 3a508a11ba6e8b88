import { isQuestion } from './cues/asking-cue.ts';
import type { Context } from './question.ts';
import { open, read } from './signs/reading.ts';
import { understand } from './understand.ts';

/**
 * Whether a text asks something of the plans in so many words: "tháng 12 có việc gì", and neither "hạn đến hết tháng
 * 12" nor "Cụm trưởng". So it is known among answers to a question of the bot's own.
 */
export function asksOutright(text: string, context: Context): boolean {
  return (
    understand(text, { ...context, spokenTo: false }).intent !== 'none' &&
    read(open(text, context), context).phrases.some(isQuestion)
  );
}
