import type { Phrase } from './phrase.ts';

/** A word, a number or one sign of a phrase. `word` is folded ("Quý" → "quy"), `raw` as written. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign' | 'break';
  readonly word: string;
  readonly raw: string;
  /** The number read; -1 where it has more digits than any number of a date or an amount. */
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** Neither a space nor the end of a line before it. */
  readonly glued: boolean;
}

/** Of folded text: letters of other scripts stand alone. */
const PIECE = /[a-z]+|\d+|\n|\S/g;
/** The longest number that means something here is a year. */
const LONGEST_NUMBER = 4;

export function tokensOf({ plain, folded }: Phrase): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(folded); match !== null; match = PIECE.exec(folded)) {
    const word = match[0];
    const from = match.index;
    const kind = kindOf(word);
    const to = from + word.length;
    tokens.push({
      kind,
      word,
      raw: kind === 'word' ? plain.slice(from, to) : word,
      value: kind === 'number' && word.length <= LONGEST_NUMBER ? Number(word) : -1,
      from,
      to,
      glued: from === end && from > 0,
    });
    end = kind === 'break' ? -1 : to;
  }
  return tokens;
}

const MARKED = /[^ -~]/;

/** Whether Vietnamese marks are in it. */
export const hasMarks = (text: string): boolean => MARKED.test(text);
export const isMarked = ({ kind, raw }: Token): boolean => kind === 'word' && hasMarks(raw);

export const hasFigures = (tokens: readonly Token[]): boolean => tokens.some(({ kind }) => kind === 'number');

function kindOf(word: string): Token['kind'] {
  const first = word.charCodeAt(0);
  if (first >= 97 && first <= 122) return 'word';
  if (first >= 48 && first <= 57) return 'number';
  return word === '\n' ? 'break' : 'sign';
}
