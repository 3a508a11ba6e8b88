import { isMarked, type Token } from '../words/token.ts';
import type { DayAnchor, Meaning } from './atom.ts';
import { isYear, type Lexed } from './lex-date.ts';
import { isSpeltAsMeant, LEXICON } from './lexicon.ts';

/** Words after which a span's figure may follow: "các tháng 3, 6" is a list, not "every month". */
const OPEN_WORDS = new Set([
  'cac',
  'theo',
  'cua',
  'trong',
  'ca',
  'dinh',
  'tron',
  'cung',
  'thang',
  'quy',
  'nam',
]);

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
    if (meaning.kind === 'every' && !namesCycle(tokens[next - 1], words, accented)) continue;
    if (OPEN_WORDS.has(words[0] ?? '') && isNumeral(tokens, next, words.at(-1) ?? '')) continue;
    if (meaning.kind === 'every' && words.at(-1) === 'thang' && PARTS.has(tokens[next]?.word ?? '')) continue;
    if (
      meaning.kind === 'mark' &&
      meaning.mark === 'status' &&
      words.at(-1) === 'ky' &&
      isSigned(tokens[next])
    )
      continue;
    if (meaning.kind === 'year_from_now' && isYear(tokens[next]?.value ?? -1)) continue;
    if (meaning.kind === 'shift' && meaning.years !== 0 && !isShift(tokens, at, words, accented)) continue;
    if (meaning.kind === 'anchor') {
      const quarter = meaning.anchor === 'next_month' ? quarterBehind(tokens, next) : null;
      return quarter === null
        ? { meanings: [anchorMeaning(tokens, next, meaning.anchor)], next }
        : { meanings: [{ kind: 'anchor', anchor: 'first_month_of_next_quarter' }], next: quarter };
    }
    return { meanings: meaningsOf(meaning, words), next };
  }
  return null;
}

/** "Tháng tiếp theo của quý báo cáo", "tháng liền kề sau khi kết thúc quý": the month after a quarter. */
function quarterBehind(tokens: readonly Token[], at: number): number | null {
  let quarter = at;
  while (BEFORE_QUARTER.has(tokens[quarter]?.word ?? '')) quarter++;
  const isQuarter = tokens[quarter]?.word === 'quy' && tokens[quarter + 1]?.word !== 'dinh';
  return isQuarter && !isNumeral(tokens, quarter + 1, 'quy') ? quarter + 1 : null;
}

const BEFORE_QUARTER = new Set(['cua', 'sau', 'ke', 'lien', 'khi', 'tu', 'ngay', 'ket', 'thuc', 'het']);

/** "Kể từ ngày ký hợp đồng", against "từ ngày ký" and "từ ngày ký ban hành": something else than the document is signed. */
const isSigned = (following: Token | undefined): boolean =>
  following?.kind === 'word' && !['ban', 'den', 'va', 'cho', 'quyet'].includes(following.word);

/**
 * "Hằng quý" and, its marks left out, "hằng quy", against "các quy hoạch", "mọi nam giới" and, in a text without marks,
 * "theo quy dinh".
 */
function namesCycle(token: Token | undefined, words: readonly string[], accented: boolean): boolean {
  if (!accented || token === undefined) return words[0] !== 'theo';
  return isSpeltAsMeant(words.at(-1) ?? '', token.raw) || (words[0] === 'hang' && !isMarked(token));
}

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
  const ofPeriod = unit === 'ky' && following?.word === 'bao';
  if (anchor === 'next_month' && ofPeriod) return { kind: 'anchor', anchor: 'month_after_period' };
  const hangs = BESIDE.has(anchor) && (ofHappening || ofPeriod);
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
