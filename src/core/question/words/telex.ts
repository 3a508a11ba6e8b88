import type { Word } from './word.ts';

// Vowels as the Telex input method types them, and what a screen without it shows.
const DOUBLES: readonly (readonly [RegExp, string])[] = [
  [/uow|uwow|uwo/gu, 'ươ'],
  [/aa/gu, 'â'],
  [/ee/gu, 'ê'],
  [/oo/gu, 'ô'],
  [/aw/gu, 'ă'],
  [/ow/gu, 'ơ'],
  [/uw|w/gu, 'ư'],
  [/dd/gu, 'đ'],
];
const TONE_KEYS: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
};
const PLAIN_SHAPES: Readonly<Record<string, string>> = {
  â: 'a',
  ă: 'a',
  ê: 'e',
  ô: 'o',
  ơ: 'o',
  ư: 'u',
  đ: 'd',
};

const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?';
const NUCLEUS =
  '(?:ia|ie|iu|ieu|ye|yeu|oa|oe|oai|oay|oao|oeo|ua|ue|uy|uya|uye|uo|uoi|uou|uu|uay|ui|ai|ao|au|ay|eo|eu|oi|uyu|[aeiouy])';
const CODA = '(?:ch|ng|nh|[cmnpt])?';
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}${CODA}$`, 'u');
const LONGEST_SYLLABLE = 7;

/** True if letters without marks could spell a Vietnamese syllable. */
export function isSyllable(plain: string): boolean {
  return plain.length <= LONGEST_SYLLABLE && SYLLABLE.test(plain);
}

/** Reads the keys of a Telex typist whose input method was off: `cos` → có, `vieejc` → việc. Null for other words. */
export function fromTelex(typed: string): Word | null {
  if (typed.length < 2 || typed.length > LONGEST_SYLLABLE + 4 || !/^[a-z]+$/u.test(typed)) return null;
  const toneAt = toneKeyIndex(typed);
  const tone = toneAt === -1 ? '' : (TONE_KEYS[typed[toneAt] ?? ''] ?? '');
  let marked = toneAt === -1 ? typed : typed.slice(0, toneAt) + typed.slice(toneAt + 1);
  for (const [keys, letter] of DOUBLES) marked = marked.replace(keys, letter);
  if (marked === typed) return null;
  const plain = Array.from(marked, (letter) => PLAIN_SHAPES[letter] ?? letter).join('');
  return isSyllable(plain) && bears(plain, tone) ? { plain, marked: marked + tone } : null;
}

/** A syllable that ends in a stop is sắc or nặng: "march" is none. */
const bears = (plain: string, tone: string): boolean =>
  !/(?:ch|[cpt])$/u.test(plain) || ['', TONE_KEYS['s'], TONE_KEYS['j']].includes(tone);

// The tone key stands after the first vowel: at the end, or before the final consonant.
function toneKeyIndex(typed: string): number {
  for (let at = typed.length - 1; at > 0; at--) {
    if (Object.hasOwn(TONE_KEYS, typed[at] ?? '') && /[aeiouyw]/u.test(typed.slice(0, at))) return at;
  }
  return -1;
}
