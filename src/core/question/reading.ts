import { type Audience, audienceOf } from './audience.ts';
import { DEFAULT_SCHOOL_CALENDAR } from '../calendar/school-calendar.ts';
import { localDateAt } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type Cue, type Found, longestPhrase } from './cue.ts';
import { LEXICON, LEXICON_TYPOS } from './lexicon.ts';
import type { Mention, NameIndex } from './name-index.ts';
import type { Context } from './question.ts';
import { mend, type Vocabulary } from './spelling.ts';
import { type Token, tokenise } from './token.ts';
import type { TimeSpan } from './when/time-span.ts';
import { timeSpans } from './when/time-span.ts';

/** Everything that was recognised in a message, before its meaning is decided. */
export type Reading = {
  readonly tokens: readonly Token[];
  readonly audience: Audience;
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeSpan[];
  readonly phrases: readonly Found[];
  readonly cues: ReadonlySet<Cue>;
  /** Words that nothing explains: no cue, name, day or person. */
  readonly unexplained: readonly number[];
  readonly hasQuestionMark: boolean;
  readonly today: LocalDate;
};

export function read(text: string, context: Context): Reading {
  const raw = tokenise(text);
  const tokens = mend(raw.list, vocabularyOf(context.names));
  const audience = audienceOf(tokens, context.botNames);
  const mentions = mentionsIn(tokens, context.names, audience);
  const named = new Set([
    ...audience.tokens,
    ...mentions.flatMap((mention) => range(mention.start, mention.next)),
  ]);
  const today = localDateAt(context.now, context.zone);
  const times = timeSpans(
    { tokens, today, past: false, school: context.schoolCalendar ?? DEFAULT_SCHOOL_CALENDAR },
    named,
  );
  const phrases = phrasesIn(tokens, named, times);
  return {
    tokens,
    audience,
    mentions,
    times,
    phrases,
    cues: new Set(phrases.flatMap((phrase) => phrase.cues)),
    unexplained: unexplainedIn(tokens, named, times, phrases, context.names),
    hasQuestionMark: raw.hasQuestionMark,
    today,
  };
}

/** The days of a reading again, the bare months and days now lying behind. */
export function timesBehind(reading: Reading, context: Context): readonly TimeSpan[] {
  const school = context.schoolCalendar ?? DEFAULT_SCHOOL_CALENDAR;
  const named = new Set([
    ...reading.audience.tokens,
    ...reading.mentions.flatMap((mention) => range(mention.start, mention.next)),
  ]);
  return timeSpans({ tokens: reading.tokens, today: reading.today, past: true, school }, named);
}

function vocabularyOf(names: NameIndex): Vocabulary {
  return { knows: (plain) => LEXICON.words.has(plain) || names.knows(plain), typos: LEXICON_TYPOS };
}

function mentionsIn(tokens: readonly Token[], names: NameIndex, audience: Audience): readonly Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention = audience.tokens.has(at) ? null : names.mentionAt(tokens, at);
    if (mention === null || (mention.strength === 'weak' && !isProper(tokens, mention))) at++;
    else {
      found.push(mention);
      at = mention.next;
    }
  }
  return found;
}

/** An ordinary word is meant as a name only where every word of it begins with a capital, past the first word. */
function isProper(tokens: readonly Token[], mention: Mention): boolean {
  return mention.start > 0 && tokens.slice(mention.start, mention.next).every((token) => token.capital);
}

function phrasesIn(
  tokens: readonly Token[],
  named: ReadonlySet<number>,
  times: readonly TimeSpan[],
): readonly Found[] {
  const timed = new Set(times.flatMap((time) => range(time.start, time.next)));
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = named.has(at) || timed.has(at) ? null : longestPhrase(LEXICON, tokens, at, tokens.length);
    if (phrase === null) at++;
    else {
      found.push(phrase);
      at = phrase.to;
    }
  }
  return found;
}

function unexplainedIn(
  tokens: readonly Token[],
  named: ReadonlySet<number>,
  times: readonly TimeSpan[],
  phrases: readonly Found[],
  names: NameIndex,
): readonly number[] {
  const explained = new Set(named);
  for (const time of times) for (const at of range(time.start, time.next)) explained.add(at);
  for (const phrase of phrases) for (const at of range(phrase.from, phrase.to)) explained.add(at);
  return tokens.flatMap((token, at) => {
    if (explained.has(at) || token.kind === 'percent' || token.kind === 'number') return [];
    const inName =
      names.topics.knowsPair(tokens[at - 1]?.plain ?? '', token.plain) ||
      names.topics.knowsPair(token.plain, tokens[at + 1]?.plain ?? '');
    return inName ? [] : [at];
  });
}

export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}
