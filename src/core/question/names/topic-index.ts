import { canMean, type Word, wordOf } from '../words/word.ts';
import { spelled } from './name-alias.ts';
import type { NameEntry } from './name-entry.ts';

/** Search by the words that a topic shares with names, rare words and pairs of neighbours weighing most. */
export type TopicIndex = {
  /** The clear winner alone, or up to three close ones, best first; empty if nothing fits. */
  readonly search: (
    words: readonly { readonly plain: string }[],
    wanted: (entry: NameEntry) => boolean,
  ) => readonly NameEntry[];
  /** True if two neighbouring words stand side by side in the name of a task or movement. */
  readonly knowsPair: (first: Word | undefined, second: Word | undefined) => boolean;
};

/** The share of a topic's weight that a name must cover. */
const LEAST_COVER = 0.5;
/** How far ahead of the second the first must be to win alone. */
const CLEAR_LEAD = 1.12;
const MOST_CHOICES = 3;
/** How much a short name gains over a long one that holds the same words. */
const BREVITY = 0.5;
const MOST_QUERY_WORDS = 24;
/** Postings beyond this many are too common to tell names apart. */
const COMMON = 400;

type Doc = { readonly entry: NameEntry; readonly size: number };

export function buildTopicIndex(entries: readonly NameEntry[]): TopicIndex {
  const docs: Doc[] = [];
  const postings = new Map<string, number[]>();
  const pairs: Pairs = new Map();
  for (const entry of entries) {
    for (const name of entry.names) {
      const words = spelled(name).map(wordOf);
      const features = new Set(featuresOf(words.map((word) => word.plain)));
      docs.push({ entry, size: features.size });
      for (const feature of features) {
        const list = postings.get(feature);
        if (list === undefined) postings.set(feature, [docs.length - 1]);
        else list.push(docs.length - 1);
      }
      if (entry.kind === 'task' || entry.kind === 'movement') notePairs(pairs, words);
    }
  }
  return {
    search: (words, wanted) =>
      search(
        docs,
        postings,
        words.map((word) => word.plain),
        wanted,
      ),
    knowsPair: (first, second) => isPair(pairs, first, second),
  };
}

function search(
  docs: readonly Doc[],
  postings: ReadonlyMap<string, readonly number[]>,
  words: readonly string[],
  wanted: (entry: NameEntry) => boolean,
): readonly NameEntry[] {
  const features = [...new Set(featuresOf(words.slice(0, MOST_QUERY_WORDS)))];
  const scores = new Map<number, number>();
  let total = 0;
  for (const feature of features) {
    const list = postings.get(feature) ?? [];
    const weight = Math.log(1 + docs.length / (1 + list.length)) * (feature.includes(' ') ? 2 : 1);
    total += list.length === 0 && feature.includes(' ') ? weight / 4 : weight;
    if (list.length > COMMON) continue;
    for (const doc of list) scores.set(doc, (scores.get(doc) ?? 0) + weight);
  }
  const best = new Map<NameEntry, number>();
  for (const [index, score] of scores) {
    const doc = docs[index];
    if (doc === undefined || !wanted(doc.entry) || score < total * LEAST_COVER) continue;
    // Between equals the shorter name is the one meant.
    const rated = score * (1 + BREVITY / Math.sqrt(doc.size));
    if (rated > (best.get(doc.entry) ?? 0)) best.set(doc.entry, rated);
  }
  const ranked = [...best].sort((a, b) => b[1] - a[1]);
  const top = ranked[0]?.[1] ?? 0;
  return ranked
    .filter(([, score]) => score * CLEAR_LEAD > top)
    .slice(0, MOST_CHOICES)
    .map(([entry]) => entry);
}

type Pairs = Map<string, (readonly [Word, Word])[]>;

function notePairs(pairs: Pairs, words: readonly Word[]): void {
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (next === undefined) continue;
    const key = `${word.plain} ${next.plain}`;
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, [[word, next]]);
    else if (!known.some(([a, b]) => a.marked === word.marked && b.marked === next.marked))
      known.push([word, next]);
  }
}

function isPair(pairs: Pairs, first: Word | undefined, second: Word | undefined): boolean {
  if (first === undefined || second === undefined) return false;
  const known = pairs.get(`${first.plain} ${second.plain}`);
  return known?.some(([a, b]) => canMean(first, a) && canMean(second, b)) ?? false;
}

function* featuresOf(words: readonly string[]): Generator<string> {
  for (const [at, word] of words.entries()) {
    yield word;
    const next = words[at + 1];
    if (next !== undefined) yield `${word} ${next}`;
  }
}
