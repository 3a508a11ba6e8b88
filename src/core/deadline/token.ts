import { foldVietnamese } from '../text/fold.ts';

/** A word, a number or one sign of a phrase. `word` is folded ("Quý" → "quy"), `raw` as written. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign' | 'break';
  readonly word: string;
  readonly raw: string;
  /** The number read; -1 where it has more digits than any number of a date or an amount. */
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** No space before it. */
  readonly glued: boolean;
}

/** More than any cell holds; what lies beyond is not read, and a reading of such a text says so. */
export const LONGEST_PHRASE = 2_000;

const PIECE = /[\p{L}]+|\d+|\n|[^\s\p{L}\d]/gu;
const DASHES = /[‐-―−]/g;
const LONE_MARKS = /[\u0300-\u036f\u200b-\u200d\ufeff]/g;
/** The longest number that means something here is a year. */
const LONGEST_NUMBER = 4;

const MISREAD = /[OLlI]\d|\d[OLlI]/;
/** Letters that scanners put for the figures of a date: "3O/11", "l5/12", "15/I2", "31/12/2O24". */
const LETTER_IN_DATE =
  /(?<=\d)[OLlI](?=\s?[/.-]\s?\d)|(?<![\p{L}\d])[OLlI](?=\d\s?[/.-]\s?\d)|(?<=\d\s?[/.-]\s?)[OLlI](?=\d)|(?<=[/.-]\s?\d+)[OLlI](?=\d)/gu;

/** Composed text with plain dashes; the offsets of tokens count in it. */
export function plainText(phrase: string): string {
  const composed = phrase
    .slice(0, LONGEST_PHRASE)
    .normalize('NFKC')
    .replace(LONE_MARKS, '')
    .replace(DASHES, '-');
  const spaced = composed.includes('  ') ? composed.replace(/ {2,}/g, ' ') : composed;
  return spaced.replaceAll('\\', '/');
}

/** The text with figures where a scanner put letters: a guess that a person confirms. */
export function withFigures(plain: string): string {
  if (!MISREAD.test(plain)) return plain;
  return plain.replace(LETTER_IN_DATE, (letter) => (letter === 'O' ? '0' : '1'));
}

export function tokensOf(plain: string): Token[] {
  const tokens: Token[] = [];
  const folded = foldVietnamese(plain);
  const aligned = folded.length === plain.length;
  let end = 0;
  for (const match of plain.matchAll(PIECE)) {
    const raw = match[0];
    const from = match.index;
    const first = raw.charCodeAt(0);
    const kind =
      first >= 48 && first <= 57 ? 'number' : raw === '\n' ? 'break' : isSign(raw) ? 'sign' : 'word';
    tokens.push({
      kind,
      word: kind !== 'word' ? raw : aligned ? folded.slice(from, from + raw.length) : foldVietnamese(raw),
      raw,
      value: kind === 'number' && raw.length <= LONGEST_NUMBER ? Number(raw) : -1,
      from,
      to: from + raw.length,
      glued: from === end && from > 0,
    });
    end = from + raw.length;
  }
  return tokens;
}

function isSign(raw: string): boolean {
  return raw.length <= 2 && !/\p{L}/u.test(raw);
}
