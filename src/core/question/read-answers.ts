import { foldVietnamese } from '../text/fold.ts';
import { buildNameIndex, type Mention } from './name-index.ts';
import type { NameEntry } from './names/name-entry.ts';
import { type Token, tokenise } from './token.ts';
import { isOneOf, wordSet } from './words/word.ts';

/** What answers copied from elsewhere say. */
export interface PastedAnswers {
  /** Ids of those that say it is done, in the order in which they are named. */
  readonly done: readonly string[];
  /** Lines that answer something else, or not clearly whom for: a person must read them. */
  readonly unclear: readonly string[];
}

/** A day's chat of a big group; what comes after is not read. */
const MOST_LINES = 400;

const DONE = wordSet('xong rồi đã hoàn thành nhận gửi nộp ok oke okie okay done sent received finished yes');
/** Words that take it back, put it off or ask: no tick is proposed on such a line. */
const NOT_DONE = wordSet(
  'chưa không ko đang sẽ mai mốt chiều tối lát xin gia hạn vướng khó bận thiếu bao giờ not will later tomorrow when no',
);

/**
 * Reads answers as people give them in a chat: a name and whether it is done, on one line, or the name as the
 * sender and the answer below. Names are those of `owners`. Nothing is guessed: two names on a line, a name that
 * fits two owners, an answer that is not a plain yes are left to a person, and take back what was said before.
 */
export function readAnswers(text: string, owners: readonly NameEntry[]): PastedAnswers {
  const index = buildNameIndex(owners);
  const done = new Set<string>();
  const unclear: string[] = [];
  let sender: string | null = null;
  for (const line of text.split('\n').slice(0, MOST_LINES)) {
    const { list } = tokenise(line);
    const { words, mentions } = namesIn(list, (at) => index.mentionAt(list, at));
    const named = new Set(mentions.flatMap((mention) => meant(mention, list, owners)));
    const [first = null] = named;
    if (named.size > 0) sender = named.size === 1 ? first : null;
    const verdict = verdictOf(words);
    if (verdict === null && (named.size === 0 || words.length === 0)) continue;
    if (verdict === 'done' && sender !== null) done.add(sender);
    else {
      unclear.push(line.trim());
      if (sender !== null) done.delete(sender);
    }
  }
  return { done: [...done], unclear };
}

/** The names on a line, and what else it says. */
function namesIn(list: readonly Token[], mentionAt: (at: number) => Mention | null) {
  const words: Token[] = [];
  const mentions: Mention[] = [];
  for (let at = 0; at < list.length; ) {
    const mention = mentionAt(at);
    if (mention === null) words.push(...list.slice(at, at + 1).filter(({ kind }) => kind === 'word'));
    else mentions.push(mention);
    at = mention?.next ?? at + 1;
  }
  return { words, mentions };
}

/** A name without its kind ("Thành Công") may mean each owner whose name holds it, be it a ward or a school. */
function meant(mention: Mention, list: readonly Token[], owners: readonly NameEntry[]): string[] {
  const sure = mention.entries.map(({ id }) => id);
  if (mention.strength === 'full') return sure;
  const said = list
    .slice(mention.start, mention.next)
    .map(({ plain }) => plain)
    .join(' ');
  const alike = owners.filter(({ names }) => names.some((name) => foldVietnamese(name).includes(said)));
  return [...sure, ...alike.map(({ id }) => id)];
}

function verdictOf(tokens: readonly Token[]): 'done' | 'other' | null {
  if (tokens.some((token) => isOneOf(token, NOT_DONE))) return 'other';
  return tokens.some((token) => isOneOf(token, DONE)) ? 'done' : null;
}
