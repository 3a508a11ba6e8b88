import { daysInMonth } from '../../time/local-date.ts';
import type { Token } from '../words/token.ts';
import { ROMANS, SPELT_NUMBERS } from '../words/word-numbers.ts';
import type { DateStyle, Meaning, Place } from './atom.ts';

/** Meanings found from a token on, and the first token after them. */
export interface Lexed {
  readonly meanings: readonly Meaning[];
  readonly next: number;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** A day needs its month; `days: 2000` has leap days, so that 29/02 without a year exists. */
const SOME_LEAP_YEAR = 2000;

/** Numbers joined by separators: `26-27/12/2024` is [[26], [27, 12, 2024]]. */
interface Run {
  readonly parts: readonly (readonly Token[])[];
  readonly next: number;
}

/** Tokens of two full dates and more: what goes on further is none. */
const LONGEST_RUN = 16;

export const place = (found: Place): Meaning => ({ kind: 'place', place: found });

export const isYear = (value: number): boolean => value >= FIRST_YEAR && value <= LAST_YEAR;

/** A date, dates or a month written in figures from token `at`. `named` after "ngày": a lone number is then a day. */
export function lexFigures(tokens: readonly Token[], at: number, named: boolean): Lexed | null {
  const run = runAt(tokens, at);
  if (run === null) return null;
  const [first, second] = run.parts;
  if (first === undefined) return null;
  const meanings = second === undefined ? alone(first, tokens, run.next, named) : pair(first, second, named);
  return meanings === null ? null : { meanings, next: run.next };
}

/** Skips "(sáu)", a number repeated in words or figures. */
export function afterSpelling(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.word !== '(') return at;
  for (let end = at + 1; end <= at + 4; end++) {
    if (tokens[end]?.word === ')') return end > at + 1 ? end + 1 : at;
    if (!SPELT_NUMBERS.has(tokens[end]?.word ?? '')) return at;
  }
  return at;
}

/** "năm 2025", "/2025", "/25", "-2025", ", 2025" after a month or a quarter. */
export function yearAfter(tokens: readonly Token[], at: number): { year: number | null; next: number } {
  let position = at;
  if (['/', '-', '.', ','].includes(tokens[position]?.word ?? '')) position++;
  if (['cua', 'trong'].includes(tokens[position]?.word ?? '')) position++;
  const named = tokens[position]?.word === 'nam';
  if (named) position++;
  const token = tokens[position];
  const isStroke = tokens[at]?.word === '/' && position === at + 1;
  if ((named || isStroke) && isShortYear(tokens, position))
    return { year: fullYear(token), next: position + 1 };
  if (token === undefined || !isYear(token.value)) return { year: null, next: at };
  if (tokens[position + 1]?.word === '-' && isYear(tokens[position + 2]?.value ?? 0)) {
    return { year: null, next: at };
  }
  return { year: token.value, next: position + 1 };
}

/** "năm 25", and not "năm 25 lần" or "tháng năm 25/6". */
export function isShortYear(tokens: readonly Token[], at: number): boolean {
  const [token, following] = [tokens[at], tokens[at + 1]];
  const two = token?.raw.length === 2 && token.value >= 20 && token.value < 50;
  return (
    two &&
    (following === undefined || (following.kind === 'sign' && !['/', '-', '%'].includes(following.word)))
  );
}

export function dateMeaning(day: number, month: number, year: number | null, style: DateStyle): Meaning {
  const exists =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    (year === null || isYear(year)) &&
    day <= daysInMonth(year ?? SOME_LEAP_YEAR, month);
  return exists ? place({ kind: 'date', day, month, year, style }) : { kind: 'impossible' };
}

function runAt(tokens: readonly Token[], at: number): Run | null {
  if (tokens[at]?.kind !== 'number') return null;
  const parts: Token[][] = [[]];
  const parting = partingDashes(tokens, at);
  let position = at;
  while (position < at + LONGEST_RUN) {
    const token = tokens[position];
    if (token === undefined) break;
    parts.at(-1)?.push(position > at && isRomanMonth(tokens, position) ? inFigures(token) : token);
    const separator = tokens[position + 1];
    const following = tokens[position + 2];
    if (separator === undefined || following === undefined || parts.length > 2) break;
    if (following.kind !== 'number' && !isRomanMonth(tokens, position + 2)) break;
    if (!isJoining(separator, following)) break;
    if (separator.word === '-') {
      if (isWhole(parts.at(-1)) && !isSeparator(tokens[position + 3])) break;
      // "15/11 - 30 tháng 11"
      if (tokens[position + 3]?.word === 'thang') break;
      if (parting === 'all' || (parting === 'spaced' && !separator.glued)) parts.push([]);
    }
    position += 2;
  }
  return { parts, next: position + 1 };
}

/** A day with its year ends a row before a lone figure: "15/01/2026 - 05 bộ hồ sơ". */
const isWhole = (part: readonly Token[] | undefined): boolean =>
  part?.length === 3 && isYear(part[2]?.value ?? -1);

/** "15/XII/2024", "05/III": a month in capitals hard by the day before it, against "02/KH" and "7/IX-NQ". */
export function isRomanMonth(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !ROMANS.has(token.raw)) return false;
  if (!token.glued || tokens[at - 1]?.glued !== true) return false;
  const following = tokens[at + 1];
  if (following?.glued !== true) return true;
  const goesOn = following.word === '/' || following.word === '-';
  return following.kind === 'sign' && (!goesOn || tokens[at + 2]?.kind === 'number');
}

const inFigures = (token: Token): Token => ({ ...token, value: ROMANS.get(token.raw) ?? -1 });

/**
 * Which dashes of a run stand between two dates: those set off by spaces where others are not ("15-11 - 30-11"), all
 * beside other separators ("26-27/12"); where there is nothing else they separate day, month and year.
 */
function partingDashes(tokens: readonly Token[], at: number): 'all' | 'spaced' | 'none' {
  let [spaced, glued, other] = [false, false, false];
  for (let position = at + 1; position < at + LONGEST_RUN; position += 2) {
    const separator = tokens[position];
    const following = tokens[position + 1];
    if (separator === undefined || following?.kind !== 'number' || !isJoining(separator, following)) break;
    if (separator.word !== '-') other = true;
    else if (separator.glued) glued = true;
    else spaced = true;
  }
  if (spaced && glued) return 'spaced';
  return other ? 'all' : 'none';
}

function isJoining(separator: Token, following: Token): boolean {
  if (separator.word === '.') return separator.glued === following.glued;
  return isSeparator(separator);
}

const isSeparator = (token: Token | undefined): boolean => ['/', '.', '-'].includes(token?.word ?? '');

function alone(
  part: readonly Token[],
  tokens: readonly Token[],
  next: number,
  named: boolean,
): Meaning[] | null {
  const [a, b, c] = part.map((token) => token.value);
  if (a === undefined || part.length > 4) return named ? [{ kind: 'impossible' }] : null;
  // "20-21-11-2024"
  if (c !== undefined && part.length === 4)
    return c > 12 ? [{ kind: 'impossible' }] : fromSingle(a, b ?? 0, c, fullYear(part[3]), named);
  if (b === undefined)
    return named && a >= 1 && a <= 31 ? [place({ kind: 'day', day: a, fromDay: null })] : null;
  if (c !== undefined)
    return isYear(a) ? [dateMeaning(c, b, a, 'plain')] : [dateMeaning(a, b, fullYear(part[2]), 'plain')];
  const dashed = tokens[next - 2]?.word === '-';
  if (isYear(a) && isYear(b)) {
    // "2011/2024" has lost the stroke of a day
    const years = b === a + 1 || (dashed && !named);
    return [years ? place({ kind: 'years', fromYear: a, toYear: b, each: false }) : { kind: 'impossible' }];
  }
  if (isYear(b))
    return a >= 1 && a <= 12 ? [place({ kind: 'month', month: a, year: b })] : [{ kind: 'impossible' }];
  if (isYear(a)) return b >= 1 && b <= 12 ? [place({ kind: 'month', month: b, year: a })] : null;
  if (dashed && named && b > 12 && a < b && b <= 31) return [place({ kind: 'day', day: b, fromDay: a })];
  return [dateMeaning(a, b, null, styleOf(part, dashed))];
}

function styleOf(part: readonly Token[], dashed: boolean): DateStyle {
  if (dashed) return 'dashed';
  const [day, month] = part;
  return day?.raw.length === 1 && month?.raw.length === 1 && day.value !== month.value
    ? 'swappable'
    : 'plain';
}

function pair(first: readonly Token[], second: readonly Token[], named: boolean): Meaning[] | null {
  const [a, b] = first.map((token) => token.value);
  const [c, d] = second.map((token) => token.value);
  if (a === undefined || c === undefined) return null;
  const year = fullYear(second[2]);
  if (first.length === 1) return fromSingle(a, c, d, year, named);
  if (first.length === 2 && second.length === 1 && isYear(c)) return [dateMeaning(a, b ?? 0, c, 'plain')];
  const start = alone(first, [], 0, named);
  const end = alone(second, [], 0, named);
  return start === null || end === null ? null : [...start, { kind: 'sign', sign: 'dash' }, ...end];
}

/** `26-27/12`, `26-27/12/2024`, `9-12/2024` (months), `31-12/2024` (a day). */
function fromSingle(
  a: number,
  c: number,
  d: number | undefined,
  year: number | null,
  named: boolean,
): Meaning[] | null {
  if (d === undefined) return null;
  if (isYear(d)) {
    if (named || a > 12 || a >= c) return [dateMeaning(a, c, d, 'plain')];
    return [
      place({ kind: 'month', month: a, year: null }),
      { kind: 'sign', sign: 'dash' },
      place({ kind: 'month', month: c, year: d }),
    ];
  }
  const last = dateMeaning(c, d, year, 'plain');
  if (last.kind !== 'place' || a < 1 || a >= c) return [{ kind: 'impossible' }];
  return [place({ kind: 'days', fromDay: a, toDay: c, month: d, year })];
}

function fullYear(token: Token | undefined): number | null {
  if (token === undefined) return null;
  return token.raw.length === 2 ? 2000 + token.value : token.value;
}
