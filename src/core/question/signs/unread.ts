import type { Cue } from '../cues/cue.ts';
import { type Intent, TOPICAL } from '../question.ts';
import type { Token } from '../token.ts';
import { isOneOf, wordOf, wordSet } from '../words/word.ts';
import type { Entities } from './entities.ts';
import type { Reading } from './reading.ts';

/** Intents that answer for some days or some units: about which ones must not be guessed. */
const ABOUT_SOME: readonly Intent[] = [
  'due_in_range',
  'overdue',
  'unit_status',
  'cluster_status',
  'movement_list',
  'events',
];
const UNITS_OF_TIME = wordSet('ngày tháng quý tuần năm mùng mồng month week quarter year day');

/**
 * "tháng 13", "ngày 31/2": days that no calendar has, where no others are named; to the bot also "thánh 12", a number behind
 * a word that nothing explains. As typed, else null.
 */
export function unreadDay({ tokens, times, unexplained, audience }: Reading): string | null {
  if (times.length > 0) return null;
  const isStrange = (at: number): boolean => audience.bot === 'called' && unexplained.includes(at - 1);
  const at = tokens.findIndex(
    ({ kind }, index) => kind === 'number' && (isDayLike(tokens, index) || isStrange(index)),
  );
  if (at === -1) return null;
  return isStrange(at) ? `${tokens[at - 1]?.text} ${tokens[at]?.text}` : typed(tokens, at);
}

/** The same in a question that is about some days. */
export const unreadInQuestion = (intent: Intent, reading: Reading): string | null =>
  ABOUT_SOME.includes(intent) ? unreadDay(reading) : null;

/** Cues that narrow no question down. */
const IDLE: ReadonlySet<Cue> = new Set([
  'filler',
  'particle',
  'greeting',
  'do_for_me',
  'ask_for',
  'due',
  'work',
  'what',
  'which',
  'whether',
]);

/** The argument of a command of which a number is left over that names no row, or of which nothing was understood; else null. */
export function unreadArgument(
  intent: Intent,
  argument: string,
  reading: Reading,
  entities: Entities,
  rowNumber: string | null,
): string | null {
  if (!ABOUT_SOME.includes(intent)) return null;
  const { tokens, times, phrases, unexplained } = reading;
  const ofRow = rowNumber !== null && TOPICAL.includes(intent);
  const narrows =
    ofRow || times.length > 0 || entities.tokens.size > 0 || phrases.some(({ cues }) => !cues.every(isIdle));
  const isStrange = (token: Token, at: number): boolean =>
    (!ofRow && isLoose(reading, entities, at)) || (!narrows && (unexplained.includes(at) || isMended(token)));
  return tokens.some(isStrange) ? argument : null;
}

const isIdle = (cue: Cue): boolean => IDLE.has(cue);
/** Taken for the word it is nearest to. */
const isMended = ({ kind, text, plain }: Token): boolean => kind === 'word' && wordOf(text).plain !== plain;

/** A number that is part of no day, name or row. */
function isLoose({ tokens, times }: Reading, entities: Entities, at: number): boolean {
  return (
    tokens[at]?.kind === 'number' &&
    !entities.tokens.has(at) &&
    !times.some(({ start, next }) => start <= at && at < next)
  );
}

function isDayLike(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return isOneOf(tokens[at - 1], UNITS_OF_TIME) || (next?.kind === 'number' && /^[/.-]$/u.test(next.gap));
}

/** From the word of time before a number to the last figure joined to it. */
function typed(tokens: readonly Token[], at: number): string {
  const from = isOneOf(tokens[at - 1], UNITS_OF_TIME) ? at - 1 : at;
  let to = at + 1;
  while (tokens[to]?.kind === 'number' && /^[/.-]$/u.test(tokens[to]?.gap ?? '')) to++;
  return tokens
    .slice(from, to)
    .map(({ gap, text }, index) => (index === 0 ? text : gap + text))
    .join('');
}
