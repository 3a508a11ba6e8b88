import { type LocalDate, localDate } from '../time/local-date.ts';
import { type Frame, inWords, type Piece, piece, yearFor } from './frame.ts';
import type { ReviewReason } from './reading.ts';
import { dayOfMonth, traits } from './resolve-day.ts';
import type { DatedRule, DeadlineRule } from './rule.ts';
import type { Mention } from './segment.ts';
import { completeDay, monthDay, type PartialDay, spanOf } from './span.ts';

/** What "từ A đến B" says: work until B, a window of every year or month, the time that a report covers. */
export function resolveRange(start: Mention, end: Mention, frame: Frame): Piece {
  if (frame.reporting || beginsBefore(start)) return piece([inWords('reporting_window', frame)]);
  const first = spanOf(start.place, start.part)?.first ?? null;
  if (end.place.kind === 'day' && (first !== null || start.place.kind === 'now'))
    return dayOfMonth(end.place.day, typeof first?.day === 'number' ? first.day : null, end, frame);
  const last = spanOf(end.place, end.part)?.last;
  if (last === undefined) return weekdays(start, end, frame);
  const vague: ReviewReason[] = start.part !== null || end.part !== null ? ['VAGUE_PART'] : [];
  if (first === null && start.place.kind !== 'now')
    return last.month === null
      ? piece([], ['PARTLY_UNDERSTOOD'])
      : untilLast(last, end, frame, [...vague, 'PARTLY_UNDERSTOOD']);
  if (first === null) return untilLast(last, end, frame, vague);
  if (start.bound !== 'from' && isAnniversary(first, last))
    return piece([range(null, resolved(last, last.year), end, frame)].map(asOnce), ['FEAST_NOT_DAY']);
  return between({ ...first, month: first.month ?? last.month }, last, start, end, frame, vague);
}

/** "Từ ngày 15/12 năm trước", "từ ngày 15 tháng trước": the time that a report covers. */
function beginsBefore({ shift, anchor, place }: Mention): boolean {
  return anchor === 'previous_month' || (shift === -1 && place.kind !== 'month');
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
  if (start.shift === -1 && last.year === null)
    return piece([yearly(first, last, end, frame)], ['WINDOW_WITHOUT_YEAR']);
  if (last.year === null && first.year === null && frame.recurring)
    return piece(
      [yearly(first, last, end, frame)],
      vague.length === 0 && isOfDays(first, last) ? ['SEVERAL_READINGS'] : vague,
    );
  const missing = last.year === null && first.year === null && frame.label === null;
  const guessed = yearFor(frame, lastMonth, last.day);
  const shift = end.shift === 1 || wraps ? 1 : 0;
  const lastYear =
    last.year ??
    (first.year === null ? guessed.year + (frame.label === null ? 0 : shift) : first.year + shift);
  const firstYear = first.year ?? (wraps ? lastYear - 1 : lastYear);
  const from = resolved(first, firstYear);
  const to = resolved(last, lastYear);
  if (!exists(first, firstYear) || !exists(last, lastYear)) return piece([], ['IMPOSSIBLE_DATE']);
  if (from > to) return piece([], ['RANGE_REVERSED'], [[range(null, to, end, frame)]]);
  if (areYears(start, end) && lastYear > firstYear) {
    return piece([{ kind: 'period', from, to, appliesTo: frame.appliesTo }]);
  }
  const spans = vague.length === 0 && isOfDays(first, last);
  const unsure: ReviewReason[] =
    missing && spans && frame.context.planYear === undefined ? ['WINDOW_WITHOUT_YEAR'] : [];
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

/** Days rather than whole months. */
function isOfDays(first: PartialDay, last: PartialDay): boolean {
  return first.day !== 1 || last.day !== 'last';
}

const numberOf = ({ day }: PartialDay): number => (day === 'last' ? 31 : day);
