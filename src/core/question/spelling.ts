import { spelledOut } from './abbreviations.ts';
import { fromTelex, isSyllable } from './telex.ts';
import { respelled, type Token } from './token.ts';
import { nearestWord, type TypoIndex } from './typo.ts';
import { wordOf } from './word.ts';

/** The words that need no repair, and those that a repair may lead to. */
export type Vocabulary = {
  readonly knows: (plain: string) => boolean;
  readonly typos: TypoIndex;
};

/** Spells out short forms and mends Telex residue, drawn-out letters and slips in words that nobody knows. */
export function mend(tokens: readonly Token[], vocabulary: Vocabulary): readonly Token[] {
  const mended: Token[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'word') mended.push(token);
    else mended.push(...mendOne(token, vocabulary, at === tokens.length - 1, isGlued(tokens, at)));
  });
  return mended;
}

function mendOne(token: Token, vocabulary: Vocabulary, last: boolean, glued: boolean): readonly Token[] {
  if (glued) return [token];
  const full = token.plain.length <= 6 ? spelledOut(token.plain, last) : null;
  if (
    full !== null &&
    !(
      token.capital &&
      token.text.length > 1 &&
      token.text === token.text.toUpperCase() &&
      vocabulary.knows(token.plain)
    )
  ) {
    return full.split(' ').map((word, at) => respelled(token, word, at === 0 ? token.gap : ' '));
  }
  if (vocabulary.knows(token.plain)) return [token];
  const telex = fromTelex(token.plain);
  if (telex !== null && !isSyllable(token.plain)) return [{ ...token, ...telex }];
  const short = token.text.length <= 40 ? token.text.replace(/(\p{L})\1{2,}/gu, '$1') : token.text;
  if (short !== token.text) {
    const word = wordOf(short);
    if (vocabulary.knows(word.plain) || isSyllable(word.plain)) return [{ ...token, ...word }];
  }
  if (isSyllable(token.plain)) return [token];
  const nearest = nearestWord(vocabulary.typos, token.plain);
  return nearest === null ? [token] : [{ ...token, ...wordOf(nearest) }];
}

// `t11`, `3/KH-UBND`, `a.xlsx`: short forms are not looked for inside a code.
function isGlued(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    (after?.kind === 'number' && after.gap === '') ||
    (before !== undefined && tokens[at]?.gap === '-' && before.kind === 'number')
  );
}
