import { respelled, type Token } from '../token.ts';
import { type Neighbours, spelledOut } from '../words/abbreviations.ts';
import { fromTelex, isSyllable } from '../words/telex.ts';
import { isMissedKey, nearestWord, type TypoIndex } from '../words/typo.ts';
import { isOneOf, TONES, type Word, wordOf, wordSet } from '../words/word.ts';
import { KIN } from './audience.ts';

/** The words that need no repair, and those that a repair may lead to. */
export type Vocabulary = {
  readonly knows: (plain: string) => boolean;
  /** True if the word is known with these marks. */
  readonly knowsMarked: (marked: string) => boolean;
  /** True if a stored name has the word with these marks. */
  readonly isOfName: (marked: string) => boolean;
  readonly typos: TypoIndex;
};

/** Spells out short forms and mends Telex residue, drawn-out letters and slips in words that nobody knows. */
export function mend(tokens: readonly Token[], vocabulary: Vocabulary): readonly Token[] {
  const mended: Token[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'word') mended.push(token);
    else if (isNextTyped(tokens, at)) mended.push({ ...token, ...NEXT });
    else if (isMonthTyped(tokens, at, vocabulary)) mended.push({ ...token, ...MONTH });
    else mended.push(...mendOne(token, vocabulary, neighboursOf(tokens, at), isGlued(tokens, at)));
  });
  return mended;
}

function neighboursOf(tokens: readonly Token[], at: number): Neighbours {
  return { before: tokens[at - 1]?.plain ?? null, after: tokens[at + 1]?.plain ?? null };
}

function mendOne(token: Token, vocabulary: Vocabulary, near: Neighbours, glued: boolean): readonly Token[] {
  if (glued) return [token];
  const full = token.plain.length <= 6 ? spelledOut(token.plain, near) : null;
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
  const unit = unitOfTime(token, vocabulary, near);
  if (unit !== null) return [{ ...token, ...unit }];
  if (vocabulary.knows(token.plain)) return [retoned(token, vocabulary, near)];
  const telex = fromTelex(token.plain);
  if (telex !== null && !isSyllable(token.plain)) return [{ ...token, ...sounded(telex, vocabulary) }];
  const short = token.text.length <= 40 ? token.text.replace(/(\p{L})\1{2,}/gu, '$1') : token.text;
  if (short !== token.text) {
    const word = wordOf(short);
    if (vocabulary.knows(word.plain) || isSyllable(word.plain)) return [{ ...token, ...word }];
  }
  if (isSyllable(token.plain)) return [token];
  const nearest = nearestWord(vocabulary.typos, token.plain);
  return nearest === null ? [token] : [{ ...token, ...wordOf(nearest) }];
}

/** A tone key beside the right one: a known word is then taken as if it had no marks. */
function sounded(telex: Word, vocabulary: Vocabulary): Word {
  const slipped = vocabulary.knows(telex.plain) && !vocabulary.knowsMarked(telex.marked);
  return slipped ? { plain: telex.plain, marked: telex.plain } : telex;
}

const HOOK = '\u0309';
const TILDE = '\u0303';

/**
 * "nhửng", "chũ trì": hook and tilde are one sound to many. "viêc", "tuân sau": the tone was left out. An unknown word is
 * taken with the only tone that makes it a known one.
 */
function retoned(token: Token, vocabulary: Vocabulary, near: Neighbours): Token {
  if (token.marked === token.plain || vocabulary.knowsMarked(token.marked)) return token;
  const tone = token.marked.at(-1) ?? '';
  const tones = tone === HOOK ? TILDE : tone === TILDE ? HOOK : lacksTone(token, near) ? TONES : '';
  const shape = tone === HOOK || tone === TILDE ? token.marked.slice(0, -1) : token.marked;
  const [marked, ...others] = Array.from(tones, (added) => shape + added).filter(vocabulary.knowsMarked);
  return marked === undefined || others.length > 0 ? token : { ...token, marked };
}

/** No syllable that ends so is spoken without a tone. */
const STOPPED = /(?:c|ch|p|t)$/u;
/** What stands behind a unit of time. */
const SHIFTED = new Set(['nay', 'sau', 'toi', 'truoc', 'ke', 'qua']);
const UNITS_OF_TIME = ['tuần', 'tháng', 'quý', 'năm'].map(wordOf);

/** "tuầm sau", "tuàn này": a word of nothing before what stands behind a unit of time is that unit; "Tuấn" is a name. */
function unitOfTime(
  { plain, marked, capital }: Token,
  vocabulary: Vocabulary,
  near: Neighbours,
): Word | null {
  const isKnown = marked === plain ? vocabulary.knows(plain) : vocabulary.knowsMarked(marked);
  if (isKnown || !SHIFTED.has(near.after ?? '') || KIN.has(near.before ?? '')) return null;
  const isSlip = (unit: Word): boolean =>
    isMissedKey(unit.plain, plain) || (unit.plain === plain && !capital);
  return UNITS_OF_TIME.find(isSlip) ?? null;
}

const NEXT = wordOf('sau');
const SPANS = wordSet('tuần tháng quý');
const WONDERS = wordSet('vậy thế rồi lại mà nhỉ');

/** "tuần sao phải nộp gì", against "tuần sao vậy". */
function isNextTyped(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    tokens[at]?.plain === 'sao' &&
    isOneOf(tokens[at - 1], SPANS) &&
    next !== undefined &&
    !isOneOf(next, WONDERS)
  );
}

const MONTH = wordOf('tháng');
const MONTH_MISSED = wordOf('thánh').marked;

/** "thánh này", where a name has that word ("Quán Thánh") and does not stand here. */
function isMonthTyped(tokens: readonly Token[], at: number, { isOfName }: Vocabulary): boolean {
  const token = tokens[at];
  return (
    token?.marked === MONTH_MISSED &&
    !token.capital &&
    SHIFTED.has(tokens[at + 1]?.plain ?? '') &&
    !isOfName(tokens[at - 1]?.marked ?? '')
  );
}

/** "viêc", "săp"; "tuân này", but not "anh tuân". */
function lacksTone({ marked, plain, capital }: Token, { before, after }: Neighbours): boolean {
  if (capital || TONES.includes(marked.at(-1) ?? '')) return false;
  return STOPPED.test(plain) || (SHIFTED.has(after ?? '') && !KIN.has(before ?? ''));
}

// `t11`, `3/KH-UBND`, `a.xlsx`, `what's`: short forms are not looked for inside a code or an English word.
function isGlued(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    /^['’]$/u.test(tokens[at]?.gap ?? '') ||
    (after?.kind === 'number' && after.gap === '') ||
    (before !== undefined && tokens[at]?.gap === '-' && before.kind === 'number')
  );
}
