import { isMarked, type Token } from '../words/token.ts';
import type { DayAnchor, Meaning } from './atom.ts';
import type { Lexed } from './lex-date.ts';
import { isSpeltAsMeant, LEXICON } from './lexicon.ts';

/** Words after which a span's figure may follow: "các tháng 3, 6" is a list, not "every month". */
const OPEN_WORDS = new Set(['cac', 'cua', 'trong', 'ca', 'dinh', 'tron', 'cung', 'thang', 'quy', 'nam']);

/** Words that make "các tháng" those of a quarter. */
const PARTS = new Set(['dau', 'giua', 'cuoi', 'thu']);

export function lexKnown(
  tokens: readonly Token[],
  at: number,
  accented: boolean,
  spelt: boolean,
): Lexed | null {
  const token = tokens[at];
  if (token === undefined) return null;
  for (const { words, meaning } of LEXICON.get(token.word) ?? []) {
    if (!standsAt(tokens, at, words)) continue;
    if (words.length === 1 && !spelt) continue;
    const next = at + words.length;
    if (accented && meaning.kind === 'every' && !namesCycle(tokens[next - 1], words)) continue;
    if (OPEN_WORDS.has(words[0] ?? '') && isNumeral(tokens, next, words.at(-1) ?? '')) continue;
    if (meaning.kind === 'every' && words.at(-1) === 'thang' && PARTS.has(tokens[next]?.word ?? '')) continue;
    if (meaning.kind === 'shift' && meaning.years !== 0 && !isShift(tokens, at, words, accented)) continue;
    if (meaning.kind === 'anchor') return { meanings: [anchorMeaning(tokens, next, meaning.anchor)], next };
    return { meanings: meaningsOf(meaning, words), next };
  }
  return null;
}

/** "Hằng quý" and, its marks left out, "hằng quy", against "các quy hoạch" and "mọi nam giới". */
const namesCycle = (token: Token | undefined, words: readonly string[]): boolean =>
  token === undefined ||
  isSpeltAsMeant(words.at(-1) ?? '', token.raw) ||
  (words[0] === 'hang' && !isMarked(token));

/** The months beside which another month may stand. */
const BESIDE: ReadonlySet<DayAnchor> = new Set(['next_month', 'previous_month']);

/** Months that come back by themselves: "tháng kế tiếp tháng báo cáo". */
const OWN_MONTHS = new Set(['bao', 'ky', 'do', 'nay', 'phat', 'truoc', 'sau', 'ke', 'lien', 'tiep']);

/** Of whose month a day is; "tháng tiếp theo (của) tháng tạm dừng", "tháng sau kỳ báo cáo" hang on one that is not named. */
export function anchorMeaning(tokens: readonly Token[], at: number, anchor: DayAnchor): Meaning {
  const of = tokens[at]?.word === 'cua' ? at + 1 : at;
  const unit = tokens[of]?.word;
  const following = tokens[tokens[of + 1]?.word === 'ket' ? of + 3 : of + 1];
  const ofHappening = unit === 'thang' && following?.kind === 'word' && !OWN_MONTHS.has(following.word);
  const hangs = BESIDE.has(anchor) && (ofHappening || (unit === 'ky' && following?.word === 'bao'));
  return { kind: 'anchor', anchor: hangs ? 'month_not_named' : anchor };
}

/** A loop, as it runs for every word known and every entry that begins with it. */
function standsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  for (let offset = 1; offset < words.length; offset++)
    if (tokens[at + offset]?.word !== words[offset]) return false;
  return true;
}

/**
 * "Áp dụng từ", "trước khi", "trước khi hết": words that are a mark bound what follows as well; "năm báo cáo" is each
 * year that is reported on.
 */
function meaningsOf(meaning: Meaning, words: readonly string[]): Meaning[] {
  if (meaning.kind === 'words') return [];
  if (meaning.kind === 'shift' && meaning.years === 0 && words.at(-1) === 'cao')
    return [meaning, { kind: 'every', cycle: 'year' }];
  if (meaning.kind !== 'mark') return [meaning];
  if (words.at(-1) === 'tu') return [meaning, { kind: 'bound', bound: 'from' }];
  if (words[0] !== 'truoc' || words[1] !== 'khi') return [meaning];
  return [meaning, { kind: 'bound', bound: words.length > 2 ? 'by' : 'before' }];
}

export function isNumeral(tokens: readonly Token[], at: number, unit: string): boolean {
  if (!['nam', 'thang', 'quy'].includes(unit)) return false;
  const token = tokens[at];
  return (
    token?.kind === 'number' ||
    /^[ivl]+$/.test(token?.word ?? '') ||
    token?.word === 'hoc' ||
    token?.raw.toLowerCase() === 'sáu'
  );
}

/** "năm sau" and not "5 (năm) sau …": accented text tells "năm sáu" apart. */
function isShift(tokens: readonly Token[], at: number, words: readonly string[], accented: boolean): boolean {
  if (!accented) return true;
  return words.every((word, offset) => word !== 'sau' || tokens[at + offset]?.raw.toLowerCase() === 'sau');
}
