import { foldVietnamese } from '../text/fold.ts';

/** Words as written, and the same folded letter by letter: offsets count in both alike. */
export interface Words {
  readonly plain: string;
  readonly folded: string;
}

/** All the words of a deadline. */
export interface Phrase extends Words {
  /** Read up to its longest length, or with figures where a scanner put letters. */
  readonly altered: boolean;
}

/** More than any cell holds; what lies beyond is not read, and a reading of such a text says so. */
const LONGEST_PHRASE = 2_000;

const DASHES = /[‐-―−]/g;
const LONE_MARKS = /[\u0300-\u036f\u200b-\u200d\ufeff]/g;

const MISREAD = /[OLlI]\d|\d[OLlI]/;
/** Letters that scanners put for the figures of a date: "3O/11", "l5/12", "15/I2", "31/12/2O24". */
const LETTER_IN_DATE =
  /(?<=\d)[OLlI](?=\s?[/.-]\s?\d)|(?<![\p{L}\d])[OLlI](?=\d\s?[/.-]\s?\d)|(?<=\d\s?[/.-]\s?)[OLlI](?=\d)|(?<=[/.-]\s?\d+)[OLlI](?=\d)/gu;

/** Composed, with plain dashes and single spaces. */
export function phraseOf(written: string): Phrase {
  const composed = written
    .slice(0, LONGEST_PHRASE)
    .normalize('NFKC')
    .replace(LONE_MARKS, '')
    .replace(DASHES, '-')
    .replaceAll('\\', '/');
  const spaced = composed.includes('  ') ? composed.replace(/ {2,}/g, ' ') : composed;
  const plain = MISREAD.test(spaced) ? spaced.replace(LETTER_IN_DATE, figureFor) : spaced;
  return {
    plain,
    folded: foldAligned(plain),
    altered: plain !== spaced || written.length > LONGEST_PHRASE,
  };
}

export function wordsIn({ plain, folded }: Words, from: number, to: number): Words {
  return { plain: plain.slice(from, to), folded: folded.slice(from, to) };
}

const figureFor = (letter: string): string => (letter === 'O' ? '0' : '1');

function foldAligned(plain: string): string {
  const folded = foldVietnamese(plain);
  return folded.length === plain.length ? folded : plain.split('').map(foldUnit).join('');
}

function foldUnit(unit: string): string {
  const folded = foldVietnamese(unit);
  return folded.length === 1 ? folded : unit;
}
