import type { Cue, Found } from './cue.ts';

/** Words that ask by themselves, wherever they stand. */
const QUESTION_CUES: readonly Cue[] = [
  'what',
  'which',
  'when',
  'who',
  'where',
  'how',
  'many',
  'percent',
  'source',
];

/** What a bare noun phrase that asks may begin with: `việc của tôi`, `deadline tháng 12`. */
export const FRAGMENT_HEADS: readonly Cue[] = [
  'due',
  'work',
  'late',
  'status',
  'mine',
  'movement',
  'event',
  'detail',
  'head',
  'deputy',
  'summary',
  'nearest',
  'soon',
  'remaining',
  'lead',
  'compare',
];

/** Words that ask where they end a clause, request, or ask beside a word of the field. */
const ASKING_IN_PLACES: readonly Cue[] = ['whether', 'yet', 'really', 'ask_for', 'help'];

/** A message without any of these cues, a question mark or the bot's name asks nothing. */
export const MAY_ASK: ReadonlySet<Cue> = new Set([...QUESTION_CUES, ...FRAGMENT_HEADS, ...ASKING_IN_PLACES]);

export const isQuestion = ({ cues }: Found): boolean => cues.some((cue) => QUESTION_CUES.includes(cue));
