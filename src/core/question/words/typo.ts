/** Finds the one known word that a mistyped word is nearest to: one letter too many, too few, wrong, or two swapped. */
export type TypoIndex = ReadonlyMap<string, readonly string[]>;

const SHORTEST = 4;
const LONGEST = 14;

/** Each known word under itself with any one letter left out; memory grows with the letters of the words. */
export function buildTypoIndex(words: Iterable<string>): TypoIndex {
  const index = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 3 || word.length > LONGEST) continue;
    for (const key of deletions(word)) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [word]);
      else list.push(word);
    }
  }
  return index;
}

/** The only known word one slip away from `typed`, a swap of neighbours counting as the likeliest; else null. */
export function nearestWord(index: TypoIndex, typed: string): string | null {
  if (typed.length < 3 || typed.length > LONGEST) return null;
  const near = new Set<string>();
  for (const key of [typed, ...deletions(typed)]) for (const word of index.get(key) ?? []) near.add(word);
  const swapped = [...near].filter((word) => isSwap(word, typed));
  if (swapped.length === 1) return swapped[0] ?? null;
  if (typed.length < SHORTEST) return null;
  const close = [...near].filter((word) => isOneSlip(word, typed));
  const [word, ...others] = close.length > 1 ? close.filter((known) => isMissedKey(known, typed)) : close;
  return word === undefined || others.length > 0 ? null : word;
}

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** One letter typed for that of the key beside it. */
export function isMissedKey(word: string, typed: string): boolean {
  if (word.length !== typed.length) return false;
  const at = [...word].findIndex((letter, place) => letter !== typed[place]);
  const row = KEYS.find((keys) => keys.includes(word[at] ?? ' ')) ?? '';
  const key = row.indexOf(word[at] ?? '');
  return row[key - 1] === typed[at] || row[key + 1] === typed[at];
}

function* deletions(word: string): Generator<string> {
  yield word;
  for (let at = 0; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1);
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function isOneSlip(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.length === short.length
    ? long.slice(at + 1) === short.slice(at + 1)
    : long.slice(at + 1) === short.slice(at);
}
