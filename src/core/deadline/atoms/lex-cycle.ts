import type { Cycle } from '../rule.ts';
import type { Token } from '../words/token.ts';
import type { Lexed } from './lex-date.ts';
import { isNumeral } from './lex-known.ts';

const CYCLES: ReadonlyMap<string, Cycle> = new Map([
  ['hk', 'semester'],
  ['tuan', 'week'],
  ['week', 'week'],
  ['thang', 'month'],
  ['month', 'month'],
  ['quy', 'quarter'],
  ['nam', 'year'],
  ['year', 'year'],
]);
const TWO_WORDS: { readonly [first: string]: { readonly [second: string]: Cycle } } = {
  hoc: { ky: 'semester' },
  nam: { hoc: 'school_year' },
  nua: { nam: 'half_year' },
};

/** The period that the words at a token name: "quý", "học kỳ", "năm học". */
export function cycleAt(tokens: readonly Token[], at: number): { cycle: Cycle; next: number } | null {
  const word = tokens[at]?.word ?? '';
  const longer = TWO_WORDS[word]?.[tokens[at + 1]?.word ?? ''];
  if (longer !== undefined) return { cycle: longer, next: at + 2 };
  const cycle = CYCLES.get(word);
  return cycle === undefined ? null : { cycle, next: at + 1 };
}

/** Lengths in months that are periods; of nine months there is no period. */
const MONTHS: ReadonlyMap<number, Cycle | null> = new Map([
  [1, 'month'],
  [3, 'quarter'],
  [6, 'half_year'],
  [9, null],
  [12, 'year'],
]);

/** Words that open a row of cadences, and the second one where they have it. */
const OPENINGS: ReadonlyMap<string, string | null> = new Map([
  ['dinh', 'ky'],
  ['bao', 'cao'],
  ['hang', null],
  ['moi', null],
  ['so', 'ket'],
  ['thong', 'ke'],
  ['theo', null],
]);
const JOINTS = new Set([',', 'va', 'hoac', '&', '/', ';', '-', '+']);
const REPEATED = new Set(['hang', 'moi', 'theo', 'dinh', 'ky', 'bao', 'cao']);
/** Words that make a period's name part of something else ("năm trước", "quý sau", "tháng thứ hai", "năm học"). */
const BOUND_UP = new Set(['sau', 'truoc', 'thu', 'nay', 'toi', 'dau', 'cuoi', 'lien', 'ke', 'tiep', 'giua']);

export const CYCLE_OPENINGS: readonly string[] = [...OPENINGS.keys()];

/** "Định kỳ hằng quý, 6 tháng, năm", "Báo cáo tháng, quý, 9 tháng và năm": several cadences in a row. */
export function lexCycles(tokens: readonly Token[], at: number): Lexed | null {
  const second = OPENINGS.get(tokens[at]?.word ?? '');
  if (second === undefined || (second !== null && tokens[at + 1]?.word !== second)) return null;
  return lexRow(tokens, at + (second === null ? 1 : 2));
}

/** "6 tháng, 01 năm và đột xuất", "báo cáo (quý, 6 tháng, năm)": a row that opens the phrase or brackets. */
export function lexOpeningRow(tokens: readonly Token[], at: number): Lexed | null {
  return at === 0 || tokens[at - 1]?.word === '(' ? lexRow(tokens, at) : null;
}

/** "Hàng, năm": a comma that came in by mistake. */
export function lexBrokenCycle(tokens: readonly Token[], at: number): Lexed | null {
  const found = tokens[at + 1]?.word === ',' ? cycleAt(tokens, at + 2) : null;
  if (found === null || tokens[found.next]?.kind === 'number') return null;
  return { meanings: [{ kind: 'every', cycle: found.cycle }, { kind: 'unclear' }], next: found.next };
}

function lexRow(tokens: readonly Token[], at: number): Lexed | null {
  const cycles: Cycle[] = [];
  let count = 0;
  let next = at;
  let position = at;
  for (;;) {
    const item = itemAt(tokens, position);
    if (item === null) break;
    if (item.cycle !== null) cycles.push(item.cycle);
    count++;
    next = item.next;
    if (!JOINTS.has(tokens[next]?.word ?? '')) break;
    position = next + 1;
  }
  if (count < 2 || cycles.length === 0) return null;
  return { meanings: cycles.map((cycle) => ({ kind: 'every', cycle })), next };
}

function itemAt(tokens: readonly Token[], at: number): { cycle: Cycle | null; next: number } | null {
  let start = at;
  while (start < at + 3 && REPEATED.has(tokens[start]?.word ?? '')) start++;
  const amount = tokens[start]?.value ?? -1;
  const found =
    amount < 0
      ? cycleAt(tokens, start)
      : MONTHS.has(amount) && tokens[start + 1]?.word === 'thang'
        ? { cycle: MONTHS.get(amount) ?? null, next: start + 2 }
        : amount === 1
          ? cycleAt(tokens, start + 1)
          : null;
  if (found === null) return null;
  const following = tokens[found.next];
  const unit = tokens[found.next - 1]?.word ?? '';
  return isNumeral(tokens, found.next, unit) || BOUND_UP.has(following?.word ?? '') ? null : found;
}
