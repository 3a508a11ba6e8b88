import { DEFAULT_SCHOOL_CALENDAR } from '../../calendar/school-calendar.ts';
import { localDateAt } from '../../time/instant.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { MAY_ASK } from '../cues/asking-cue.ts';
import { type Audience, audienceOf } from '../cues/audience.ts';
import { type Cue, type Found, longestPhrase } from '../cues/cue.ts';
import { LEXICON, LEXICON_TYPOS } from '../cues/lexicon.ts';
import { mend, type Vocabulary } from '../cues/spelling.ts';
import type { Mention, NameIndex } from '../name-index.ts';
import { withoutPlan } from '../names/plan-named.ts';
import { type SaidCluster, saidClusterAt } from '../names/said-cluster.ts';
import type { Context } from '../question.ts';
import { type Token, tokenise } from '../token.ts';
import type { TimeSpan } from '../when/time-span.ts';
import { timeSpans } from '../when/time-span.ts';
import { isOneOf, wordOf, wordSet } from '../words/word.ts';

/** Everything that was recognised in a message, before its meaning is decided. */
export type Reading = {
  readonly tokens: readonly Token[];
  readonly audience: Audience;
  readonly mentions: readonly Mention[];
  /** A cluster that no index holds, called by its number or its schools. */
  readonly saidCluster: SaidCluster | null;
  readonly times: readonly TimeSpan[];
  readonly phrases: readonly Found[];
  readonly cues: ReadonlySet<Cue>;
  /** Words that stand beside each other in the name of a task or movement. */
  readonly nameWords: ReadonlySet<number>;
  /** Words that nothing explains: no cue, name, day or person. */
  readonly unexplained: readonly number[];
  readonly hasQuestionMark: boolean;
  /** Of which plan a row is asked about; what says so is not among the tokens. */
  readonly plan: string | null;
  readonly today: LocalDate;
};

/** The words of a message and whom it speaks to. */
export type Opening = Pick<Reading, 'tokens' | 'audience' | 'hasQuestionMark' | 'plan'>;

export function open(text: string, context: Context): Opening {
  const { text: rest, plan } = withoutPlan(text);
  const raw = tokenise(rest);
  const tokens = mend(raw.list, vocabularyOf(context.names));
  const heard = audienceOf(tokens, context.botNames);
  const audience: Audience = context.spokenTo ? { ...heard, bot: 'called' } : heard;
  return { tokens, audience, hasQuestionMark: raw.hasQuestionMark, plan };
}

/** True if some word could ask, request or stand as a bare topic; cheap, and never false for what `read` finds so. */
export function couldAsk({ tokens, audience, hasQuestionMark, plan }: Opening): boolean {
  if (hasQuestionMark || plan !== null || audience.bot === 'called') return true;
  const accented = isAccented(tokens);
  for (let at = 0; at < tokens.length; ) {
    const phrase = longestPhrase(LEXICON, tokens, at, tokens.length, accented);
    if (phrase?.cues.some((cue) => MAY_ASK.has(cue)) === true) return true;
    at = phrase?.to ?? at + 1;
  }
  return false;
}

export function read({ tokens, audience, hasQuestionMark, plan }: Opening, context: Context): Reading {
  const mentions = mentionsIn(tokens, context.names, audience);
  const saidCluster = mentions.some(isOfCluster) ? null : saidClusterIn(tokens, audience);
  const named = namedIn(audience, mentions, saidCluster);
  const today = localDateAt(context.now, context.zone);
  const school = context.schoolCalendar ?? DEFAULT_SCHOOL_CALENDAR;
  const times = timeSpans({ tokens, today, past: false, school }, named);
  const nameWords = nameWordsIn(tokens, context.names);
  const phrases = phrasesIn(tokens, named, times, nameWords);
  return {
    tokens,
    audience,
    mentions,
    saidCluster,
    times,
    phrases,
    cues: new Set(phrases.flatMap((phrase) => phrase.cues)),
    nameWords,
    unexplained: unexplainedIn(tokens, named, times, phrases, nameWords),
    hasQuestionMark,
    plan,
    today,
  };
}

/** The days of a reading again, the bare months and days now lying behind. */
export function timesBehind(reading: Reading, context: Context): readonly TimeSpan[] {
  const school = context.schoolCalendar ?? DEFAULT_SCHOOL_CALENDAR;
  const named = namedIn(reading.audience, reading.mentions, reading.saidCluster);
  return timeSpans({ tokens: reading.tokens, today: reading.today, past: true, school }, named);
}

function namedIn(
  audience: Audience,
  mentions: readonly Mention[],
  saidCluster: SaidCluster | null,
): ReadonlySet<number> {
  const spans = saidCluster === null ? mentions : [...mentions, saidCluster];
  return new Set([...audience.tokens, ...spans.flatMap(({ start, next }) => range(start, next))]);
}

const isOfCluster = ({ entries }: Mention): boolean => entries.some(({ kind }) => kind === 'cluster');

function saidClusterIn(tokens: readonly Token[], audience: Audience): SaidCluster | null {
  for (let at = 0; at < tokens.length; at++) {
    const found = audience.tokens.has(at) ? null : saidClusterAt(tokens, at);
    if (found !== null) return found;
  }
  return null;
}

function vocabularyOf(names: NameIndex): Vocabulary {
  return {
    knows: (plain) => LEXICON.words.has(plain) || names.knows(plain),
    knowsMarked: (marked) => LEXICON.marked.has(marked) || names.knowsMarked(marked),
    isOfName: names.knowsMarked,
    typos: LEXICON_TYPOS,
  };
}

function mentionsIn(tokens: readonly Token[], names: NameIndex, audience: Audience): readonly Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention = audience.tokens.has(at) ? null : names.mentionAt(tokens, at);
    if (
      mention === null ||
      isOfOtherLevel(tokens, mention) ||
      (mention.strength === 'weak' &&
        !isProper(tokens, mention) &&
        !(audience.bot === 'called' && hasState(tokens, mention)))
    )
      at++;
    else {
      found.push(mention);
      at = mention.next;
    }
  }
  return found;
}

const LEVELS = wordSet('quận huyện tỉnh');

/** "quận Ba Đình" is no "UBND phường Ba Đình". */
function isOfOtherLevel(tokens: readonly Token[], { start, entries }: Mention): boolean {
  const level = tokens[start - 1];
  if (!isOneOf(level, LEVELS)) return false;
  const isSaid = (name: string): boolean =>
    name.split(' ').some((word) => wordOf(word).plain === level?.plain);
  return !entries.some(({ names }) => names.some(isSaid));
}

/** An ordinary word is meant as a name only where every word of it begins with a capital, past the first word. */
function isProper(tokens: readonly Token[], mention: Mention): boolean {
  return mention.start > 0 && tokens.slice(mention.start, mention.next).every((token) => token.capital);
}

/** Cues of what a unit did or has to do, behind its name; before it those of how it stands. */
const BEHIND_UNIT: ReadonlySet<Cue> = new Set([
  'submit',
  'do',
  'done',
  'doing',
  'already',
  'late',
  'owe',
  'missing',
  'must',
  'there_is',
  'how',
]);
const OWNED: ReadonlySet<Cue> = new Set(['work', 'due', 'late', 'which', 'what']);
const OWNING = wordSet('có còn');
const OF = wordSet('của');
/** Behind a name that begins the message, these ask about some days of its owner. */
const UNITS_OF_TIME = wordSet('tuần tháng quý năm t');
const BEFORE_UNIT: ReadonlySet<Cue> = new Set(['status', 'percent', 'late']);
const LONGEST_STATE = 3;

/** "tien do kim ma", "lieu giai nop chua", "kim ma con viec gi": the bot is asked about somebody of this name. */
function hasState(tokens: readonly Token[], { start, next }: Mention): boolean {
  const cuesAt = (from: number, to: number): readonly Cue[] => {
    const found = longestPhrase(LEXICON, tokens, from, to);
    return found?.to === to || to === tokens.length ? (found?.cues ?? []) : [];
  };
  const owns = isOneOf(tokens[next], OWNING) && cuesAt(next + 1, tokens.length).some((cue) => OWNED.has(cue));
  const behind = owns || cuesAt(next, tokens.length).some((cue) => BEHIND_UNIT.has(cue));
  const before = range(Math.max(0, start - LONGEST_STATE), start).some((from) =>
    cuesAt(from, start).some((cue) => BEFORE_UNIT.has(cue)),
  );
  const ofDays = start === 0 && isOneOf(tokens[next], UNITS_OF_TIME);
  return behind || before || ofDays || isOneOf(tokens[start - 1], OF);
}

function phrasesIn(
  tokens: readonly Token[],
  named: ReadonlySet<number>,
  times: readonly TimeSpan[],
  nameWords: ReadonlySet<number>,
): readonly Found[] {
  const timed = new Set(times.flatMap((time) => range(time.start, time.next)));
  const accented = isAccented(tokens);
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; ) {
    const free = !named.has(at) && !timed.has(at);
    const phrase = free ? longestPhrase(LEXICON, tokens, at, tokens.length, accented) : null;
    if (phrase === null) at++;
    else {
      const inName = isApart(phrase) && (nameWords.has(phrase.from) || isInProperName(tokens, phrase.from));
      found.push(inName ? { ...phrase, cues: ['filler'] } : phrase);
      at = phrase.to;
    }
  }
  return found;
}

/** One word of other matters: in a name it means nothing of them, as "an toàn thực phẩm" holds no word of eating. */
const isApart = ({ cues, from, to }: Found): boolean =>
  to - from === 1 && cues.some((cue) => cue === 'foreign' || cue === 'order' || cue === 'wish');

/** "Nguyễn Trung Trực": a capital after a capital, where not all is capitals. */
function isInProperName(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before !== undefined && token !== undefined && !token.breakBefore && [before, token].every(isTitled);
}

const isTitled = ({ capital, text }: Token): boolean => capital && text !== text.toUpperCase();

function nameWordsIn(tokens: readonly Token[], names: NameIndex): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (next === undefined || next.breakBefore || !names.topics.knowsPair(token, next)) continue;
    found.add(at);
    found.add(at + 1);
  }
  return found;
}

/** True if the writer types marks: then a word without them is meant so. Who leaves them out of "gì" types them at will. */
function isAccented(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word');
  const marked = words.filter((token) => token.marked !== token.plain).length;
  return marked >= 3 && marked * 2 >= words.length && !words.some(({ marked: typed }) => UNTYPED.has(typed));
}

/** Words of nothing without their marks. */
const UNTYPED: ReadonlySet<string> = new Set(['gi', 'viec', 'nao', 'duoc', 'khong']);

function unexplainedIn(
  tokens: readonly Token[],
  named: ReadonlySet<number>,
  times: readonly TimeSpan[],
  phrases: readonly Found[],
  nameWords: ReadonlySet<number>,
): readonly number[] {
  const explained = new Set(named);
  for (const time of times) for (const at of range(time.start, time.next)) explained.add(at);
  for (const phrase of phrases) for (const at of range(phrase.from, phrase.to)) explained.add(at);
  return tokens.flatMap((token, at) => {
    const silent =
      explained.has(at) || nameWords.has(at) || token.kind === 'percent' || token.kind === 'number';
    return silent ? [] : [at];
  });
}

export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}
