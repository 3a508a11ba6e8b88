import type { Cycle } from '../rule.ts';
import { NUMBER_WORDS, speltNumber } from '../words/spelt-number.ts';
import type { Token } from '../words/token.ts';
import type { Meaning, Unit } from './atom.ts';
import { cycleAt } from './lex-cycle.ts';
import { afterSpelling, isYear, type Lexed, place, yearAfter } from './lex-date.ts';
import { isNumeral } from './lex-known.ts';
import { lexCountedDays } from './lex-of-span.ts';
import { PARTS } from './lex-span.ts';

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['phut', 'minute'],
  ['gio', 'hour'],
  ['hours', 'hour'],
  ['ngay', 'day'],
  ['day', 'day'],
  ['days', 'day'],
  ['tuan', 'week'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['thang', 'month'],
  ['month', 'month'],
  ['months', 'month'],
  ['quy', 'quarter'],
  ['nam', 'year'],
]);

/** A cadence said as a length: "định kỳ 6 tháng", "03 tháng/lần". */
const LENGTHS: { readonly [months: number]: Cycle } = {
  1: 'month',
  3: 'quarter',
  6: 'half_year',
  12: 'year',
};

const CADENCE_BEFORE = new Set(['ky', 'hang', 'moi', 'cu']);

/** "3.000 km", "2,5 năm", "hoàn thành 2/3 số phường": a quantity, neither a date nor a row of days. */
export function lexQuantity(tokens: readonly Token[], at: number): Lexed | null {
  const [mark, rest, noun] = tokens.slice(at + 1, at + 4);
  if (mark?.glued !== true || rest?.glued !== true || rest.kind !== 'number') return null;
  const thousands = mark.word === '.' && rest.raw.length === 3;
  const decimal = mark.word === ',' && noun?.kind === 'word' && QUANTIFIED.has(noun.word);
  return thousands || decimal ? { meanings: [], next: at + 3 } : share(tokens, at);
}

/** So many of so many things, which a word names; below twelve it might be a day. */
function share(tokens: readonly Token[], at: number): Lexed | null {
  const [part, slash, whole, noun] = tokens.slice(at, at + 4);
  if (part === undefined || whole === undefined || slash?.word !== '/' || noun?.kind !== 'word') return null;
  if (part.value === 1 && whole.value === 2 && HALVED.has(noun.word)) return { meanings: [], next: at + 3 };
  const achieved = ACHIEVED.has(tokens[at - 1]?.word ?? '') && !NOT_COUNTED.has(noun.word);
  if (!achieved || part.value > whole.value) return null;
  return { meanings: whole.value > 12 ? [] : [{ kind: 'unclear' }], next: at + 3 };
}

/** "Không quá 1/2 ngày": half of one, and no day of February. */
const HALVED = new Set(['ngay', 'buoi', 'thoi']);
const ACHIEVED = new Set(['thanh', 'dat', 'duoc', 'tieu']);
const NOT_COUNTED = new Set(['hang', 'moi', 'nam', 'va', 'hoac', 'den', 'cua']);

const QUANTIFIED = new Set(['nam', 'ty', 'trieu', 'nghin', 'km', 'ha', 'm', 'diem']);

/** "10 ngày làm việc", "02 lần/năm", "6 tháng đầu năm 2025", "định kỳ 6 tháng". */
export function lexAmount(tokens: readonly Token[], at: number): Lexed | null {
  const counted = rangeOrNumber(tokens, at);
  if (counted === null) return null;
  const { amount, next } = counted;
  const word = isShortMonths(tokens, next) ? 'thang' : (tokens[next]?.word ?? '');
  if (word === 'lan' || word === 'times') return frequency(tokens, next + 1, amount);
  const unit = UNITS.get(word);
  if (unit === undefined) return null;
  const per = unit === 'day' && tokens[next + 1]?.word === '/' ? cycleAt(tokens, next + 2) : null;
  if (per !== null) return { meanings: [{ kind: 'times', times: amount, per: per.cycle }], next: per.next };
  if (unit === 'day' && tokens[next + 1]?.word === 'lam' && tokens[next + 2]?.word === 'viec') {
    return days(tokens, next + 3, amount, 'working_day');
  }
  const isDistance = ['truoc', 'sau'].includes(tokens[at - 1]?.word ?? '');
  const ofSpan = unit === 'day' && !isDistance ? lexCountedDays(tokens, next + 1, amount) : null;
  if (ofSpan !== null) return ofSpan;
  if (unit === 'day') return days(tokens, next + 1, amount, unit);
  const repeated = unit === 'month' ? null : onceAt(tokens, next + 1);
  if (repeated !== null) return everySoLong(unit, amount, repeated);
  if (unit === 'month')
    return (
      monthsOfYear(tokens, next + 1, amount, tokens[at - 1]?.word === 'ky') ??
      monthsLong(tokens, at, next + 1, amount)
    );
  const named = unit === 'year' ? yearsNamed(tokens, next + 1, amount) : null;
  return named ?? { meanings: [{ kind: 'amount', amount, unit }], next: next + 1 };
}

/** "Trong 3 năm 2025, 2026, 2027": as many years in a row as were counted are one stretch. */
function yearsNamed(tokens: readonly Token[], at: number, amount: number): Lexed | null {
  const fromYear = tokens[at]?.value ?? -1;
  if (amount < 2 || !isYear(fromYear)) return null;
  let position = at + 1;
  for (let year = fromYear + 1; year < fromYear + amount; year++) {
    while (YEAR_JOINTS.has(tokens[position]?.word ?? '')) position++;
    if (tokens[position++]?.value !== year) return null;
  }
  return {
    meanings: [place({ kind: 'years', fromYear, toYear: fromYear + amount - 1, each: false })],
    next: position,
  };
}

const YEAR_JOINTS = new Set([',', '&', 'va', 'nam']);

/** "6T đầu năm", "9T/2025", against "6 t12". */
function isShortMonths(tokens: readonly Token[], at: number): boolean {
  const [letter, following] = [tokens[at], tokens[at + 1]];
  return letter?.word === 't' && letter.glued && (following?.kind !== 'number' || !following.glued);
}

/** "10 ngày làm việc"; of "5 ngày làm việc đầu tháng" no rule speaks. */
function days(tokens: readonly Token[], next: number, amount: number, unit: 'day' | 'working_day'): Lexed {
  const counted: Meaning = { kind: 'amount', amount, unit };
  const part = PARTS[tokens[next]?.word ?? ''] !== undefined;
  return { meanings: part ? [counted, { kind: 'unclear' }] : [counted], next };
}

/** "Hai năm một lần", "02 tuần/lần": a cadence that no rule has, save each one. */
function everySoLong(unit: Unit, amount: number, next: number): Lexed {
  const cycle = amount === 1 && (unit === 'week' || unit === 'quarter' || unit === 'year') ? unit : null;
  return { meanings: [cycle === null ? { kind: 'unclear' } : { kind: 'every', cycle }], next };
}

function monthsLong(tokens: readonly Token[], at: number, next: number, amount: number): Lexed {
  const cycle = LENGTHS[amount];
  const onceAfter = onceAt(tokens, next);
  if (amount === 6 && isOneReport(tokens, at))
    return {
      meanings: [
        { kind: 'amount', amount, unit: 'month' },
        { kind: 'every', cycle: 'year' },
      ],
      next,
    };
  if (cycle !== undefined && (onceAfter !== null || CADENCE_BEFORE.has(tokens[at - 1]?.word ?? ''))) {
    return { meanings: [{ kind: 'every', cycle }], next: onceAfter ?? next };
  }
  return { meanings: [{ kind: 'amount', amount, unit: 'month' }], next };
}

/** "Trước 05/7 đối với báo cáo định kỳ 06 tháng": the report of the first half, once a year. */
const isOneReport = (tokens: readonly Token[], at: number): boolean =>
  at >= ONE_REPORT.length &&
  ONE_REPORT.every((word, offset) => tokens[at - ONE_REPORT.length + offset]?.word === word);

const ONE_REPORT = ['doi', 'voi', 'bao', 'cao', 'dinh', 'ky'];

/** "/lần", "một lần", "/01 lần". */
function onceAt(tokens: readonly Token[], at: number): number | null {
  let position = tokens[at]?.word === '/' ? at + 1 : at;
  if (['mot', '1', '01'].includes(tokens[position]?.word ?? '')) position++;
  return position > at && tokens[position]?.word === 'lan' ? position + 1 : null;
}

/** "6 tháng đầu năm", "9 tháng đầu năm 2025", "3 tháng cuối năm"; "9 tháng năm 2025", "9 tháng/2025" are the first ones. */
function monthsOfYear(
  tokens: readonly Token[],
  at: number,
  amount: number,
  isPeriodic: boolean,
): Lexed | null {
  const part = tokens[at]?.word;
  if (amount < 2 || amount > 11) return null;
  if (part !== 'dau' && part !== 'cuoi') {
    if (amount % 3 !== 0) return null;
    const { year, next } = yearAfter(tokens, at);
    return year === null || (part !== 'nam' && part !== '/')
      ? null
      : { meanings: [monthsPlace(amount, true, year)], next };
  }
  const named = tokens[at + 1]?.word === 'nam' ? at + 1 : tokens[at + 1]?.word === 'cua' ? at + 2 : null;
  if (named === null || tokens[named + 1]?.word === 'hoc') return null;
  const { year, next } = yearAfter(tokens, named);
  const months = monthsPlace(amount, part === 'dau', year);
  return {
    meanings: isPeriodic ? [months, { kind: 'every', cycle: 'year' }] : [months],
    next: year === null ? named + 1 : next,
  };
}

function monthsPlace(amount: number, first: boolean, year: number | null): Meaning {
  if (amount === 6) return place({ kind: 'half', half: first ? 1 : 2, year });
  const [fromMonth, toMonth] = first ? [1, amount] : [13 - amount, 12];
  return place({ kind: 'months', fromMonth, toMonth, year });
}

function frequency(tokens: readonly Token[], at: number, times: number): Lexed | null {
  let position = at;
  while (
    ['/', 'moi', 'mot', 'trong', 'hang', 'tren', '1', '01', 'a', 'per', 'tung'].includes(
      tokens[position]?.word ?? '',
    )
  )
    position++;
  const per = position > at ? cycleAt(tokens, position) : null;
  return per === null ? null : { meanings: [{ kind: 'times', times, per: per.cycle }], next: per.next };
}

/** "mỗi năm 02 lần", "một năm hai lần". */
export function lexTimesAfter(tokens: readonly Token[], at: number): Lexed | null {
  if (!['moi', 'mot', '1', '01', 'hang'].includes(tokens[at]?.word ?? '')) return null;
  const per = cycleAt(tokens, at + 1);
  if (per === null) return null;
  const start = ['it', 'toi', 'tu'].includes(tokens[per.next]?.word ?? '') ? per.next + 2 : per.next;
  const counted = rangeOrNumber(tokens, start);
  if (counted === null || !['lan', 'dot'].includes(tokens[counted.next]?.word ?? '')) return null;
  return { meanings: [{ kind: 'times', times: counted.amount, per: per.cycle }], next: counted.next + 1 };
}

/** "3-5 ngày", "từ 10 đến 15 ngày", "1 - 2 lần": the longer of the two lengths, the smaller of the two counts. */
function rangeOrNumber(tokens: readonly Token[], at: number): { amount: number; next: number } | null {
  const first = numberAt(tokens, at);
  if (first === null || !['-', 'den', 'hoac'].includes(tokens[first.next]?.word ?? '')) return first;
  const second = tokens[at]?.kind === 'number' ? numberAt(tokens, first.next + 1) : null;
  if (second === null || second.amount <= first.amount || !isLength(tokens, second.next)) return first;
  return { amount: tokens[second.next]?.word === 'lan' ? first.amount : second.amount, next: second.next };
}

/** A unit, and not the month of a date ("26-27 tháng 12") nor the half of a year. */
function isLength(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? '';
  if (word === 'lan') return true;
  const following = tokens[at + 1];
  return UNITS.has(word) && following?.kind !== 'number' && !NUMBER_WORDS.has(following?.word ?? '');
}

function numberAt(tokens: readonly Token[], at: number): { amount: number; next: number } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.value >= 0) return { amount: token.value, next: afterFigure(tokens, at) };
  return speltNumber(tokens, at);
}

/** "mười lăm (15) ngày", "15 (mười lăm) ngày": the number said twice; "(3) Quý I" is the third of a list. */
function afterFigure(tokens: readonly Token[], at: number): number {
  const bracketed = tokens[at - 1]?.word === '(' && tokens[at + 1]?.word === ')';
  const unit = tokens[at + 2]?.word ?? '';
  const counts = bracketed && UNITS.has(unit) && !isNumeral(tokens, at + 3, unit);
  return counts ? at + 2 : afterSpelling(tokens, at + 1);
}
