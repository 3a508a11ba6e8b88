import type { Token } from '../words/token.ts';
import type { DayAnchor, Meaning, Part } from './atom.ts';
import { isYear, type Lexed, place } from './lex-date.ts';
import { lexMonth, lexQuarter, PARTS } from './lex-span.ts';
import { DAYS_OF_PART, isVaguePart } from './span.ts';

const TWO_WORD_PARTS: { readonly [words: string]: Part } = {
  'thuong tuan': 'first_third',
  'trung tuan': 'second_third',
  'ha tuan': 'last_third',
  'nua dau': 'first_half',
  'nua cuoi': 'second_half',
};

/** "đầu/giữa/cuối" before a month, a quarter or a year; without a number the end of every one. */
export function lexPart(tokens: readonly Token[], at: number): Lexed | null {
  const named = partAt(tokens, at);
  if (named === null) return null;
  const { part, next } = named;
  if (isJoined(tokens, next)) return { meanings: [{ kind: 'unclear' }], next };
  const of = ['cua', 'cac', 'nhung'].includes(tokens[next]?.word ?? '') ? next + 1 : next;
  const recurring = ['hang', 'moi', 'tung'].includes(tokens[of]?.word ?? '');
  const unit = recurring ? of + 1 : of;
  const word = tokens[unit]?.word ?? '';
  if (word === 't' || word === 'q') return { meanings: [{ kind: 'part', part }], next };
  if (word === 'nam') return yearPart(tokens, part, next, unit, recurring);
  const phase = part === 'end' ? null : phaseOfYears(tokens, unit);
  if (phase !== null) return { meanings: [{ kind: 'unclear' }], next: phase };
  if (word !== 'thang' && word !== 'quy') return null;
  const numbered = word === 'thang' ? lexMonth(tokens, unit) : lexQuarter(tokens, unit);
  if (numbered?.meanings[0]?.kind === 'place') return { meanings: [{ kind: 'part', part }], next };
  const isDay = part === 'end' || (word === 'thang' && !isVaguePart(part, 'month'));
  if (numbered !== null || !isDay) return { meanings: [{ kind: 'unclear' }], next: unit + 1 };
  const anchor: DayAnchor = word === 'thang' ? 'same_month' : 'last_month_of_quarter';
  const meanings: Meaning[] = [
    place({ kind: 'day', day: DAYS_OF_PART[part][1], fromDay: null }),
    { kind: 'anchor', anchor },
  ];
  return { meanings, next: unit + 1 };
}

/** "Giữa và cuối tháng": of what the first is stands only behind the second. */
const isJoined = (tokens: readonly Token[], at: number): boolean =>
  ['va', ',', 'hoac', '-', '&'].includes(tokens[at]?.word ?? '') &&
  PARTS[tokens[at + 1]?.word ?? ''] !== undefined;

/** The end of "giai đoạn 2021-2025", whose beginning or middle names no day. */
function phaseOfYears(tokens: readonly Token[], at: number): number | null {
  const [first, dash, second] = [tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  const named = ['giai doan', 'nhiem ky', 'thoi ky'].includes(
    `${tokens[at]?.word} ${tokens[at + 1]?.word ?? ''}`,
  );
  const years = isYear(first?.value ?? -1) && dash?.word === '-' && isYear(second?.value ?? -1);
  return named && years ? at + 5 : null;
}

/** "cuối năm 2024", "cuối năm", "cuối hằng năm"; "cuối năm học" is the school's. */
function yearPart(
  tokens: readonly Token[],
  part: Part,
  next: number,
  at: number,
  recurring: boolean,
): Lexed | null {
  const following = tokens[at + 1];
  if (following?.word === 'hoc') return null;
  if (isYear(following?.value ?? -1)) return { meanings: [{ kind: 'part', part }], next };
  const found: Meaning[] = [{ kind: 'part', part }, place({ kind: 'year', year: null })];
  return { meanings: recurring ? [...found, { kind: 'every', cycle: 'year' }] : found, next: at + 1 };
}

/** "đầu", "trung tuần", "nửa cuối". */
function partAt(tokens: readonly Token[], at: number): { part: Part; next: number } | null {
  const [word, following] = [tokens[at]?.word ?? '', tokens[at + 1]?.word ?? ''];
  const plain = PARTS[word];
  if (plain !== undefined) return { part: plain, next: at + 1 };
  const part = TWO_WORD_PARTS[`${word} ${following}`];
  return part === undefined ? null : { part, next: at + 2 };
}
