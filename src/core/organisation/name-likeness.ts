import { nameWords, schoolWords } from './unit-names.ts';

/** From here on the words name the unit beyond doubt. */
export const SURE = 0.9;

/** Where the organisation is, which its documents leave out of names: "quận", "Ba Đình". */
export interface OwnPlace {
  readonly level: string | null;
  readonly name: string;
}

const LEVEL = '(phuong|xa(?! hoi)|thi tran|dac khu|quan(?! su)|huyen|thi xa|thanh pho|tinh)';
const PLACE = new RegExp(`(?:^| )${LEVEL} (.+)$`);
const LEVEL_LAST = new RegExp(`^(.+) ${LEVEL}$`);

export function ownPlace(organisation: string): OwnPlace {
  const [, level = null, name = ''] = PLACE.exec(nameWords(organisation).join(' ')) ?? [];
  return { level, name };
}

/** A name taken to pieces once, to be held against many. */
export interface NameParts {
  readonly text: string;
  /** Without the place at its end. */
  readonly words: readonly string[];
  /** Of that place; null where none is said. */
  readonly level: string | null;
}

/**
 * How well the words name the unit. 1: the same name. 0.9: the same but for the place, or by its initials. Lower:
 * common words only.
 */
export function nameLikeness(said: NameParts, name: NameParts, place: OwnPlace): number {
  if (said.text === '' || name.text === '') return 0;
  if (said.text === name.text) return 1;
  if (mayBeOfOne(said.level, name.level, place) && spellsOut(said.words, name.words)) return SURE;
  const common = said.words.filter((word) => name.words.includes(word)).length;
  return (0.8 * common) / Math.max(said.words.length, name.words.length, 1);
}

/** Each word of the other name in its turn: "Phòng NV" for "Phòng Nội vụ". */
function spellsOut(words: readonly string[], name: readonly string[]): boolean {
  let at = 0;
  for (const word of words) {
    const begun = name.slice(at, at + word.length);
    const isInitials = INITIALS.test(word) && begun.map((one) => one.charAt(0)).join('') === word;
    if (word !== name[at] && !isInitials) return false;
    at += word === name[at] ? 1 : word.length;
  }
  return at === name.length && at > 0;
}

/** A syllable has a vowel, so that letters without one are initials; of four no syllable spells the words out by chance. */
const INITIALS = /^(?:[b-df-hj-np-tv-z]{2,8}|[a-z]{4,8})$/;

/** "Công an quận Ba Đình" and "Công an quận" are "Công an" of a district. A school is named after its place. */
export function nameParts(name: readonly string[], place: OwnPlace): NameParts {
  const text = name.join(' ');
  const school = schoolWords(text);
  if (school.startsWith('truong ')) return { text, words: school.split(' '), level: null };
  const here =
    place.name !== '' && text.endsWith(` ${place.name}`) ? text.slice(0, -place.name.length - 1) : text;
  const [, rest = here, level = null] = LEVEL_LAST.exec(here) ?? [];
  // The ward of the name of its district is another place.
  if (here !== text && level !== null && level !== place.level) return { text, words: name, level: null };
  return { text, words: rest.split(' '), level };
}

const UPPER: ReadonlySet<string | null> = new Set(['tinh', 'thanh pho']);

/** The police of a ward are not those of its district, nor is what a province has meant by the name alone. */
const mayBeOfOne = (one: string | null, other: string | null, { level }: OwnPlace): boolean =>
  one === other ||
  ((one === null || other === null) && (level === null || UPPER.has(level) || !UPPER.has(one ?? other)));
