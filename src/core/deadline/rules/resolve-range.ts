import { type LocalDate, localDate } from '../../time/local-date.ts';
import { completeDay, isVaguePart, monthDay, type PartialDay, spanOf } from '../atoms/span.ts';
import type { Mention } from '../mentions/segment.ts';
import type { ReviewReason } from '../reading.ts';
import type { DatedRule, DeadlineRule } from '../rule.ts';
import { type Frame, inWords, type Piece, piece, yearFor } from './frame.ts';
import { dayOfMonth, traits } from './resolve-day.ts';

/** What "từ A đến B" says: work until B, a window of every year or month, the time that a report covers. */
export function resolveRange(start: Mention, end: Mention, frame: Frame): Piece {
  if (frame.reporting || beginsBefore(start, end)) return piece([inWords('reporting_window', frame)]);
  const first = spanOf(start.place, start.part)?.first ?? null;
  if (end.place.kind === 'day' && (first !== null || start.place.kind === 'now'))
    return dayOfMonth(end.place.day, typeof first?.day === 'number' ? first.day : null, end, frame);
  const last = spanOf(end.place, end.part)?.last;
  if (last === undefined) return weekdays(start, end, frame);
  const vague: ReviewReason[] = [start, end].some(isVague) ? ['VAGUE_PART'] : [];
  if (first === null && start.place.kind !== 'now')
    return last.month === null
      ? piece([], ['PARTLY_UNDERSTOOD'])
      : untilLast(last, end, frame, [...vague, 'PARTLY_UNDERSTOOD']);
  if (first === null) return untilLast(last, end, frame, vague);
  if (start.bound !== 'from' && isAnniversary(first, last))
    return piece([range(null, resolved(last, last.year), end, frame)].map(asOnce), ['FEAST_NOT_DAY']);
  if (!opensMonthBefore(first, last))
    return between({ ...first, month: first.month ?? last.month }, last, start, end, frame, vague);
  const month = last.month === 1 ? 12 : last.month - 1;
  return between({ ...first, month }, last, start, end, frame, [...vague, 'SEVERAL_READINGS']);
}

/** "Từ ngày 25 đến ngày 05/12": of the month before, most likely, as it names none. */
const opensMonthBefore = (
  first: PartialDay,
  last: PartialDay,
): last is PartialDay & { readonly month: number } =>
  first.month === null && last.month !== null && numberOf(first) > numberOf(last);

/** "Từ ngày 15/12 năm trước", "từ ngày 15 tháng trước": the time that a report covers, save some days to "năm sau". */
function beginsBefore({ shift, anchor, place }: Mention, end: Mention): boolean {
  if (anchor === 'previous_month') return true;
  const [first, last] = [spanOf(place, null)?.first, spanOf(end.place, null)?.last];
  const isShort = end.shift === 1 && first !== undefined && last !== undefined && !isReported(first, last);
  return shift === -1 && place.kind !== 'month' && !isShort;
}

function between(
  first: PartialDay,
  last: PartialDay,
  start: Mention,
  end: Mention,
  frame: Frame,
  vague: readonly ReviewReason[],
): Piece {
  const firstMonth = first.month ?? 1;
  const lastMonth = last.month ?? 12;
  const wraps = lastMonth < firstMonth || (lastMonth === firstMonth && numberOf(last) < numberOf(first));
  const ofDays = [start, end].every(({ part }) => part === null) && isOfDays(first, last);
  if (start.shift === -1 && last.year === null)
    return piece([yearly(first, last, end, frame)], ['WINDOW_WITHOUT_YEAR']);
  if (last.year === null && first.year === null && frame.recurring)
    return piece(
      [yearly(first, last, end, frame)],
      ofDays && isReported(first, last) ? ['SEVERAL_READINGS'] : vague,
    );
  const missing = last.year === null && first.year === null && frame.label === null;
  const guessed = yearFor(frame, lastMonth, last.day);
  const shift = end.shift === 1 || wraps ? 1 : 0;
  const firstOfLabel = frame.label === null ? null : yearFor(frame, firstMonth, first.day).year;
  const opened = first.year ?? firstOfLabel;
  const lastYear = last.year ?? (opened === null ? guessed.year : opened + shift);
  const firstYear = first.year ?? (wraps ? lastYear - 1 : lastYear);
  const from = resolved(first, firstYear);
  const to = resolved(last, lastYear);
  if (!exists(first, firstYear) || !exists(last, lastYear)) return piece([], ['IMPOSSIBLE_DATE']);
  if (from > to) return piece([], ['RANGE_REVERSED'], [[range(null, to, end, frame)]]);
  if (areYears(start, end) && lastYear > firstYear) {
    return piece([{ kind: 'period', from, to, appliesTo: frame.appliesTo }]);
  }
  const unsure: ReviewReason[] =
    missing && ofDays && frame.context.planYear === undefined ? ['WINDOW_WITHOUT_YEAR'] : [];
  const alternatives = missing ? [[yearly(first, last, end, frame)]] : [];
  return piece(
    [range(from, to, end, frame)],
    [...vague, ...unsure, ...(missing ? guessed.reasons : [])],
    alternatives,
  );
}

/** "Từ nay đến hết năm 2025". */
function untilLast(last: PartialDay, end: Mention, frame: Frame, vague: readonly ReviewReason[]): Piece {
  const month = last.month ?? 12;
  const { year, reasons } =
    last.year === null ? yearFor(frame, month, last.day) : { year: last.year, reasons: [] };
  if (!exists(last, year)) return piece([], ['IMPOSSIBLE_DATE']);
  return piece([range(null, resolved(last, year), end, frame)], [...vague, ...reasons]);
}

function weekdays(start: Mention, end: Mention, frame: Frame): Piece {
  if (start.place.kind !== 'weekday' || end.place.kind !== 'weekday') return piece([], ['PARTLY_UNDERSTOOD']);
  const rule: DeadlineRule = { kind: 'weekly', weekday: end.place.weekday, ...traits(end, frame) };
  return piece([rule], frame.every.has('week') ? [] : ['SEVERAL_READINGS']);
}

function range(
  from: LocalDate | null,
  to: LocalDate,
  end: Mention,
  frame: Frame,
): DatedRule & { kind: 'range' } {
  return { kind: 'range', from, to, ...traits(end, frame) };
}

function asOnce({ to, inclusive, time, appliesTo }: DatedRule & { kind: 'range' }): DeadlineRule {
  return { kind: 'once', on: to, inclusive, time, appliesTo };
}

function yearly(first: PartialDay, last: PartialDay, end: Mention, frame: Frame): DeadlineRule {
  const from = monthDay(first.month ?? 1, first.day);
  return { kind: 'yearly_range', from, to: monthDay(last.month ?? 12, last.day), ...traits(end, frame) };
}

/** "10/10/1954 - 10/10/2024": the years of an anniversary, not a time of work. */
function isAnniversary(first: PartialDay, last: PartialDay): boolean {
  if (first.year === null || last.year === null || last.year - first.year < 5) return false;
  return first.month === last.month && first.day === last.day && first.day !== 'last';
}

function areYears(start: Mention, end: Mention): boolean {
  return [start, end].every(
    ({ place, part }) => (place.kind === 'year' || place.kind === 'years') && part === null,
  );
}

function resolved(day: PartialDay, year: number | null): LocalDate {
  return completeDay(year ?? 1, day.month ?? 1, day.day);
}

function exists(day: PartialDay, year: number): boolean {
  return day.day === 'last' || localDate(year, day.month ?? 1, day.day) !== null;
}

/** "Đến cuối năm 2025" is to its last day. */
const isVague = ({ part, place, bound }: Mention): boolean =>
  part !== null &&
  isVaguePart(part, place.kind) &&
  !(part === 'end' && place.kind === 'year' && bound === 'to');

/** As long as a quarter: every year, that may be the time which a report covers. */
function isReported(first: PartialDay, last: PartialDay): boolean {
  const months = ((last.month ?? 12) - (first.month ?? 1) + 12) % 12;
  const days = 30 * months + numberOf(last) - numberOf(first);
  return days < 0 || days >= DAYS_OF_QUARTER;
}

const DAYS_OF_QUARTER = 85;

/** Days rather than whole months. */
function isOfDays(first: PartialDay, last: PartialDay): boolean {
  return first.day !== 1 || last.day !== 'last';
}

const numberOf = ({ day }: PartialDay): number => (day === 'last' ? 31 : day);
