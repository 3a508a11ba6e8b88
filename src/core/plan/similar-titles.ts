import { foldVietnamese } from '../text/fold.ts';

export interface SimilarPair {
  readonly earlier: number;
  readonly later: number;
  /** Share of common words, 0–1. */
  readonly likeness: number;
}

/** From this share of common words two titles are nearly one. */
export const NEARLY = 0.75;
/** Titles are compared with those that share one of their rarest words, and with so many at most. */
const RARE_WORDS = 4;
const MOST_CANDIDATES = 15;

export const wordsOf = (title: string): string[] =>
  foldVietnamese(title)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** Common words of the two, each counted as often as it stands, as a share of the longer. 0–1, symmetric. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const longer = Math.max(one.length, other.length);
  if (longer === 0) return 1;
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      common += 1;
      left.set(word, count - 1);
    }
  }
  return common / longer;
}

/** For each title the earlier one most like it, where there is one at least nearly alike. Not quadratic. */
export function similarTitles(titles: readonly string[]): SimilarPair[] {
  const words = titles.map(wordsOf);
  const frequency = new Map<string, number>();
  for (const word of words.flatMap((list) => [...new Set(list)])) {
    frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const index = new Map<string, number[]>();
  const pairs: SimilarPair[] = [];
  words.forEach((own, later) => {
    const rare = rarest(own, frequency);
    const best = bestOf(own, candidates(rare, index), words);
    if (best !== null && best.likeness >= NEARLY) pairs.push({ ...best, later });
    for (const word of new Set(own)) {
      const known = index.get(word);
      if (known === undefined) index.set(word, [later]);
      else known.push(later);
    }
  });
  return pairs;
}

const rarest = (words: readonly string[], frequency: ReadonlyMap<string, number>): string[] =>
  [...new Set(words)]
    .sort((one, other) => (frequency.get(one) ?? 0) - (frequency.get(other) ?? 0) || (one < other ? -1 : 1))
    .slice(0, RARE_WORDS);

const candidates = (rare: readonly string[], index: ReadonlyMap<string, readonly number[]>): number[] => [
  ...new Set(rare.flatMap((word) => (index.get(word) ?? []).slice(-MOST_CANDIDATES))),
];

function bestOf(
  own: readonly string[],
  among: readonly number[],
  words: readonly (readonly string[])[],
): { earlier: number; likeness: number } | null {
  let best: { earlier: number; likeness: number } | null = null;
  for (const earlier of among) {
    const alike = likeness(own, words[earlier] ?? []);
    if (best === null || alike > best.likeness) best = { earlier, likeness: alike };
  }
  return best;
}
