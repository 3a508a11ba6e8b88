import { foldedWords } from '../text/folded-words.ts';

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

/** The words of a title, each once, folded and sorted, so that what two titles share is found in one walk along both. */
export type TitleWords = readonly string[] & { readonly [sorted]: true };
declare const sorted: unique symbol;

export const titleWords = (title: string): TitleWords =>
  [...new Set(foldedWords(title))].sort() as unknown as TitleWords;

/** Common words of the two as a share of the longer. 0–1, symmetric. */
export function likeness(one: TitleWords, other: TitleWords): number {
  const longer = Math.max(one.length, other.length);
  if (longer === 0) return 1;
  let common = 0;
  for (let at = 0, place = 0; at < one.length && place < other.length; ) {
    const [word = '', another = ''] = [one[at], other[place]];
    if (word === another) common += 1;
    if (word <= another) at += 1;
    if (another <= word) place += 1;
  }
  return common / longer;
}

/** For each title the earlier one most like it, where there is one at least nearly alike. Not quadratic. */
export function similarTitles(titles: readonly string[]): SimilarPair[] {
  const words = titles.map(titleWords);
  const index = new TitleIndex(words);
  const pairs: SimilarPair[] = [];
  words.forEach((own, later) => {
    const best = index.nearest(own);
    if (best !== null && best.likeness >= NEARLY)
      pairs.push({ earlier: best.at, later, likeness: best.likeness });
    index.add(later);
  });
  return pairs;
}

interface Nearest {
  readonly at: number;
  /** Share of common words, 0–1. */
  readonly likeness: number;
}

/** Finds the title most like another by the rarest words that they share. */
export class TitleIndex {
  readonly #words: readonly TitleWords[];
  readonly #frequency = new Map<string, number>();
  readonly #places = new Map<string, number[]>();

  /** All titles that there are, by their words: how rare a word is tells by them. None is found before it is added. */
  constructor(words: readonly TitleWords[]) {
    this.#words = words;
    for (const word of words.flat()) {
      this.#frequency.set(word, (this.#frequency.get(word) ?? 0) + 1);
    }
  }

  add(at: number): void {
    for (const word of this.#words[at] ?? []) {
      const known = this.#places.get(word);
      if (known === undefined) this.#places.set(word, [at]);
      else known.push(at);
    }
  }

  /** Among those added, or of them those that may be; null where none shares a rare word. */
  nearest(own: TitleWords, mayBe: (at: number) => boolean = () => true): Nearest | null {
    let best: Nearest | null = null;
    for (const at of this.#candidates(own)) {
      const words = this.#words[at];
      if (words === undefined || !mayBe(at)) continue;
      const alike = likeness(own, words);
      if (best === null || alike > best.likeness) best = { at, likeness: alike };
    }
    return best;
  }

  #candidates(own: readonly string[]): Set<number> {
    const rarest = [...own]
      .sort((one, other) => this.#rarity(one) - this.#rarity(other) || (one < other ? -1 : 1))
      .slice(0, RARE_WORDS);
    return new Set(rarest.flatMap((word) => (this.#places.get(word) ?? []).slice(-MOST_CANDIDATES)));
  }

  #rarity(word: string): number {
    return this.#frequency.get(word) ?? 0;
  }
}
