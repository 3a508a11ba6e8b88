import { audienceOf } from './cues/audience.ts';
import type { Question } from './question.ts';
import { tokenise } from './token.ts';

/** How a message reached the bot. */
export type Reached = {
  /** It mentions the bot, replies to it, is a command, or stands in a private chat. */
  readonly addressed: boolean;
  /** The group has switched on that questions put to nobody are answered. */
  readonly freeQuestionsOn: boolean;
};

/** True if the bot may answer. What is not for it is never answered; what only tells or changes something, only when addressed. */
export function mayAnswer(question: Question, { addressed, freeQuestionsOn }: Reached): boolean {
  if (question.intent === 'none') return false;
  if (addressed) return true;
  const asks = question.intent !== 'report_progress' && question.slots.out_of_scope !== true;
  return freeQuestionsOn && asks;
}

/** True if a message speaks to, or about, people: "mọi người", "các đồng chí", a name. The bot's names are not people. */
export function speaksToPeople(text: string, botNames: readonly string[]): boolean {
  return audienceOf(tokenise(text).list, botNames).people !== null;
}
