/** A spoken or written word, in the two shapes by which words are compared. */
export type Word = {
  /** Lower case without any mark: `hoa` for `hoá` and `hóa`. */
  readonly plain: string;
  /** Lower case with the letters' own marks and the tone at the end, so that its place does not matter. */
  readonly marked: string;
};

/** The tones, as they stand at the end of a marked word. */
export const TONES = '\u0300\u0301\u0303\u0309\u0323';
const MARKED_LETTERS =
  'àáãảạăằắẵẳặâầấẫẩậèéẽẻẹêềếễểệìíĩỉịòóõỏọôồốỗổộơờớỡởợùúũủụưừứữửựỳýỹỷỵđ' +
  'ÀÁÃẢẠĂẰẮẴẲẶÂẦẤẪẨẬÈÉẼẺẸÊỀẾỄỂỆÌÍĨỈỊÒÓÕỎỌÔỒỐỖỔỘƠỜỚỠỞỢÙÚŨỦỤƯỪỨỮỬỰỲÝỸỶỴĐ';

type Letter = { readonly base: string; readonly shaped: string; readonly tone: string };

const LETTERS: ReadonlyMap<string, Letter> = new Map(
  Array.from(MARKED_LETTERS, (letter) => [letter, take(letter)] as const),
);

// People write the same few thousand syllables; the bound keeps other text from filling memory.
const SYLLABLES = new Map<string, Word>();
const MOST_SYLLABLES = 20_000;
const LONGEST_SYLLABLE = 8;

/** The two shapes of one word given in NFC. */
export function wordOf(text: string): Word {
  if (text.length > LONGEST_SYLLABLE) return shapesOf(text);
  let word = SYLLABLES.get(text);
  if (word === undefined) {
    word = shapesOf(text);
    if (SYLLABLES.size < MOST_SYLLABLES) SYLLABLES.set(text, word);
  }
  return word;
}

function shapesOf(text: string): Word {
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

const SPELLED = new Map<string, Word>();

/** True if `typed` can be meant as one of the words of the grammar, given as they are spelled. */
export function means(typed: Word | undefined, ...spelled: readonly string[]): boolean {
  return typed !== undefined && spelled.some((word) => canMean(typed, grammarWord(word)));
}

// The grammar's own words only: their number is fixed by the code.
function grammarWord(spelled: string): Word {
  let word = SPELLED.get(spelled);
  if (word === undefined) {
    word = wordOf(spelled);
    SPELLED.set(spelled, word);
  }
  return word;
}

/** Words looked up by their letters. */
export type WordSet = ReadonlyMap<string, readonly Word[]>;

/** A set of the words of a text, separated by spaces. */
export function wordSet(words: string): WordSet {
  const found = new Map<string, Word[]>();
  for (const word of words.split(' ').map(wordOf))
    found.set(word.plain, [...(found.get(word.plain) ?? []), word]);
  return found;
}

/** True if `typed` can be meant as one of the words. */
export function isOneOf(typed: Word | undefined, words: WordSet): boolean {
  return typed !== undefined && (words.get(typed.plain)?.some((word) => canMean(typed, word)) ?? false);
}

function take(letter: string): Letter {
  const lower = letter.toLowerCase();
  if (lower === 'đ') return { base: 'd', shaped: 'đ', tone: '' };
  const parts = Array.from(lower.normalize('NFD'));
  const tone = parts.find((part) => TONES.includes(part)) ?? '';
  const shaped = parts
    .filter((part) => part !== tone)
    .join('')
    .normalize('NFC');
  return { base: parts[0] ?? lower, shaped, tone };
}
