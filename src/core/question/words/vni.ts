import { isSyllable } from './telex.ts';
import { wordOf } from './word.ts';

const TONES: Readonly<Record<string, string>> = {
  '1': '\u0301',
  '2': '\u0300',
  '3': '\u0309',
  '4': '\u0303',
  '5': '\u0323',
};
const SHAPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '6': { a: 'â', e: 'ê', o: 'ô' },
  '7': { o: 'ơ', u: 'ư' },
  '8': { a: 'ă' },
  '9': { d: 'đ' },
};
const KEYED = /(?<![\p{L}\d])[a-z]+(?:\d[a-z]*)+(?![\p{L}\d])/giu;
/** A key stands inside a word only where the VNI input method was off: `d9e61n`; `t11` and `quy4` have none. */
const KEY_INSIDE = /[a-z]\d+[a-z]/iu;
const LONGEST = 12;

/** Reads the keys of a VNI typist whose input method was off: `tha1ng na2y` → tháng này. Other text is left as it is. */
export function fromVni(text: string): string {
  if (!KEY_INSIDE.test(text)) return text;
  const spelled = new Map<string, string | null>();
  for (const [typed] of text.matchAll(KEYED)) if (!spelled.has(typed)) spelled.set(typed, syllable(typed));
  const sure = [...spelled].some(([typed, word]) => word !== null && KEY_INSIDE.test(typed));
  return sure && spelled.size > 1 ? text.replace(KEYED, (typed) => spelled.get(typed) ?? typed) : text;
}

function syllable(typed: string): string | null {
  if (typed.length > LONGEST) return null;
  let letters: string[] = [];
  let tone = '';
  for (const key of typed) {
    if (Object.hasOwn(TONES, key)) {
      if (tone !== '' || !letters.some((letter) => /[aeiouyâêôơưă]/iu.test(letter))) return null;
      tone = TONES[key] ?? '';
    } else if (Object.hasOwn(SHAPES, key)) {
      const shaped = reshaped(letters, SHAPES[key] ?? {});
      if (shaped === null) return null;
      letters = shaped;
    } else if (/\d/u.test(key)) return null;
    else letters.push(key);
  }
  const at = letters.findLastIndex((letter) => /[aeiouyâêôơưă]/iu.test(letter));
  if (at === -1) return null;
  const word = [...letters.slice(0, at + 1), tone, ...letters.slice(at + 1)].join('').normalize('NFC');
  return isSyllable(wordOf(word).plain) ? word : null;
}

/** The nearest letter before the key that it can change; `u7o` changes both of "uo". */
function reshaped(letters: readonly string[], shapes: Readonly<Record<string, string>>): string[] | null {
  const at = letters.findLastIndex((letter) => Object.hasOwn(shapes, letter.toLowerCase()));
  if (at === -1) return null;
  const changed = [...letters];
  for (const index of [at, at - 1]) {
    const letter = changed[index]?.toLowerCase() ?? '';
    if (Object.hasOwn(shapes, letter)) changed[index] = shapes[letter] ?? letter;
  }
  return changed;
}
