import { fromVni } from './words/vni.ts';
import { type Word, wordOf } from './words/word.ts';

/** The longest text that is read; the rest is ignored. */
export const LONGEST_TEXT = 4_096;

/** A word, a number, `%`, a mention (`@name`) or a link, with what stands before it. */
export type Token = Word & {
  readonly kind: 'word' | 'number' | 'percent' | 'mention' | 'link';
  /** As typed, in NFC. */
  readonly text: string;
  /** What stands between the token before and this one; empty when they are glued (`t11`). */
  readonly gap: string;
  /** A comma, stop, colon, line end or the like stands before it. */
  readonly breakBefore: boolean;
  readonly capital: boolean;
};

export type Tokens = {
  readonly list: readonly Token[];
  readonly hasQuestionMark: boolean;
};

const PIECE = /https?:\/\/\S+|@[A-Za-z0-9_]+|\p{L}[\p{L}\p{M}]*|\d+|%/gu;
const BREAK = /[,.;:!?…\n()[\]"“”]/u;

/** Splits a message in time linear in its length. Letters and digits are always apart: `t11` is two tokens. */
export function tokenise(text: string): Tokens {
  const read = fromVni(text.slice(0, LONGEST_TEXT).normalize('NFC'));
  const list: Token[] = [];
  let end = 0;
  for (const match of read.matchAll(PIECE)) {
    const piece = match[0];
    const gap = read.slice(end, match.index);
    end = match.index + piece.length;
    list.push(tokenOf(piece, gap));
  }
  return { list, hasQuestionMark: read.includes('?') };
}

/** A token made of a spelled-out word in place of `from`. */
export function respelled(from: Token, spelling: string, gap = from.gap): Token {
  return {
    ...from,
    ...wordOf(spelling),
    kind: 'word',
    text: spelling,
    gap,
    breakBefore: gap === from.gap && from.breakBefore,
  };
}

function tokenOf(piece: string, gap: string): Token {
  const kind = kindOf(piece);
  const { plain, marked } = kind === 'word' ? wordOf(piece) : asIs(piece);
  return {
    plain,
    marked,
    kind,
    text: piece,
    gap,
    breakBefore: gap !== ' ' && gap !== '' && BREAK.test(gap),
    capital: kind === 'word' && piece.charAt(0) !== piece.charAt(0).toLowerCase(),
  };
}

function asIs(piece: string): Word {
  const lower = piece.toLowerCase();
  return { plain: lower, marked: lower };
}

function kindOf(piece: string): Token['kind'] {
  const first = piece.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return 'number';
  if (piece === '%') return 'percent';
  if (piece.startsWith('@')) return 'mention';
  return piece.includes('://') ? 'link' : 'word';
}
