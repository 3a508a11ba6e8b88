import { foldVietnamese } from '../../text/fold.ts';

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
/** Marks without a letter, and what a page breaks words by without showing it. */
const LONE_MARKS = /[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** White space of every kind save the end of a line. */
const SPACES = /[^\S\n]+/g;
/** Any of these, of the signs below or a midnight: most phrases have none and are looked through once. */
const UNTIDY = new RegExp(`${DASHES.source}|${LONE_MARKS.source}| {2}|[^\\S\\n ]|[\\\\[\\]]|00:00`);

const MISREAD = /[OoLlI]\d|\d[OoLlI]|\d([/.-])\1+\d/;
/** Letters that scanners put for the figures of a date: "3O/11", "l5 tháng 12", "15/I2", "31/12/2O24"; and "15//4". */
const LETTER_IN_DATE =
  /(?<=\d)[OoLlI](?=\s?(?:[/.-]\s?\d|th[aá]ng))|(?<![\p{L}\d])[OoLlI](?=\d\s?(?:[/.-]\s?\d|th[aá]ng))|(?<=\d\s?[/.-]\s?)[OoLlI](?=\d)|(?<=[/.-]\s?\d+)[OoLlI](?=\d)/giu;
const DOUBLED_SEPARATOR = /(?<=\d)([/.-])\1+(?=\d)/g;

/** The midnight with which programs write a mere day: "2025-03-15 00:00:00", "15/03/2025 00:00". */
const MIDNIGHT =
  /(?<=\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?(?![\d:])/g;

/** Words spelt with i or y at will ("quí", "định kì", "liệt sĩ"). */
const FREE_I = /\b([hkmst]|qu)i\b/g;

/** Composed, with plain dashes and round brackets, single spaces, and y where i may stand for it. */
export function phraseOf(written: string): Phrase {
  const composed = written.slice(0, LONGEST_PHRASE).normalize('NFKC');
  const spaced = UNTIDY.test(composed) ? tidied(composed) : composed;
  const plain = MISREAD.test(spaced)
    ? spaced.replace(LETTER_IN_DATE, figureFor).replace(DOUBLED_SEPARATOR, '$1')
    : spaced;
  return {
    plain,
    folded: foldAligned(plain).replace(FREE_I, '$1y'),
    altered: plain !== spaced || written.length > LONGEST_PHRASE,
  };
}

function tidied(text: string): string {
  return text
    .replace(MIDNIGHT, '')
    .replace(LONE_MARKS, '')
    .replace(DASHES, '-')
    .replaceAll('\\', '/')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replace(SPACES, ' ');
}

export function wordsIn({ plain, folded }: Words, from: number, to: number): Words {
  return { plain: plain.slice(from, to), folded: folded.slice(from, to) };
}

const figureFor = (letter: string): string => (letter.toUpperCase() === 'O' ? '0' : '1');

function foldAligned(plain: string): string {
  const folded = foldVietnamese(plain);
  return folded.length === plain.length ? folded : plain.split('').map(foldUnit).join('');
}

function foldUnit(unit: string): string {
  const folded = foldVietnamese(unit);
  return folded.length === 1 ? folded : unit;
}
