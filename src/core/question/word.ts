/** A spoken or written word, in the two shapes by which words are compared. */
export type Word = {
  /** Lower case without any mark: `hoa` for `hoá` and `hóa`. */
  readonly plain: string;
  /** Lower case with the letters' own marks and the tone at the end, so that its place does not matter. */
  readonly marked: string;
};

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const MARKED_LETTERS =
  'àáãảạăằắẵẳặâầấẫẩậèéẽẻẹêềếễểệìíĩỉịòóõỏọôồốỗổộơờớỡởợùúũủụưừứữửựỳýỹỷỵđ' +
  'ÀÁÃẢẠĂẰẮẴẲẶÂẦẤẪẨẬÈÉẼẺẸÊỀẾỄỂỆÌÍĨỈỊÒÓÕỎỌÔỒỐỖỔỘƠỜỚỠỞỢÙÚŨỦỤƯỪỨỮỬỰỲÝỸỶỴĐ';

type Letter = { readonly base: string; readonly shaped: string; readonly tone: string };

const LETTERS: ReadonlyMap<string, Letter> = new Map(
  [...MARKED_LETTERS].map((letter) => [letter, take(letter)] as const),
);

/** The two shapes of one word given in NFC. */
export function wordOf(text: string): Word {
  let plain = '';
  let shaped = '';
  let tone = '';
  for (const letter of text) {
    const known = LETTERS.get(letter);
    if (known === undefined) {
      const lower = letter.toLowerCase();
      plain += lower;
      shaped += lower;
    } else {
      plain += known.base;
      shaped += known.shaped;
      tone ||= known.tone;
    }
  }
  return { plain, marked: shaped + tone };
}

/** True if `typed` can be meant as `known`: the same letters, and every mark that was typed agrees. */
export function canMean(typed: Word, known: Word): boolean {
  return typed.plain === known.plain && (typed.marked === typed.plain || typed.marked === known.marked);
}

function take(letter: string): Letter {
  const lower = letter.toLowerCase();
  if (lower === 'đ') return { base: 'd', shaped: 'đ', tone: '' };
  const parts = [...lower.normalize('NFD')];
  const tone = parts.find((part) => TONES.includes(part)) ?? '';
  const shaped = parts
    .filter((part) => part !== tone)
    .join('')
    .normalize('NFC');
  return { base: parts[0] ?? lower, shaped, tone };
}
