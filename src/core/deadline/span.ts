import { daysInMonth, type LocalDate, lastDayOfMonth, localDate } from '../time/local-date.ts';
import type { Part, Place } from './atom.ts';
import { isFixedDay, type MonthDay } from './rule.ts';

/** A day whose year, or month too, may be missing. */
export interface PartialDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | 'last';
}

/** The first and the last day of a place, and null where it has none (a weekday, a feast, a day of the school year). */
export function spanOf(
  place: Place,
  part: Part | null,
): { readonly first: PartialDay; readonly last: PartialDay } | null {
  const span = wholeOf(place);
  return span === null || part === null ? span : partOf(span, part);
}

export function monthDay(month: number, day: number | 'last'): MonthDay {
  const number = day === 'last' ? daysInMonth(2000, month) : day;
  return `${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}` as MonthDay;
}

/** The day in a year; the month's last where it lacks the day. */
export function completeDay(year: number, month: number, day: number | 'last'): LocalDate {
  return (day === 'last' ? null : localDate(year, month, day)) ?? lastDayOfMonth(year, month);
}

function wholeOf(place: Place): { first: PartialDay; last: PartialDay } | null {
  switch (place.kind) {
    case 'date':
      return sameDay({ year: place.year, month: place.month, day: place.day });
    case 'days':
      return {
        first: { year: place.year, month: place.month, day: place.fromDay },
        last: { year: place.year, month: place.month, day: place.toDay },
      };
    case 'day':
      return isFixedDay(place.day) ? sameDay({ year: null, month: null, day: place.day }) : null;
    case 'month':
      return months(place.year, place.month, place.month);
    case 'quarter':
      return months(place.year, place.quarter * 3 - 2, place.quarter * 3);
    case 'half':
      return months(place.year, place.half * 6 - 5, place.half * 6);
    case 'months':
      return months(place.year, place.fromMonth, place.toMonth);
    case 'year':
      return months(place.year, 1, 12);
    case 'years':
      return { first: months(place.fromYear, 1, 12).first, last: months(place.toYear, 1, 12).last };
    case 'week':
    case 'weekday':
    case 'feast':
    case 'school':
    case 'now':
      break;
  }
  return null;
}

function sameDay(day: PartialDay): { first: PartialDay; last: PartialDay } {
  return { first: day, last: day };
}

function months(year: number | null, first: number, last: number): { first: PartialDay; last: PartialDay } {
  return { first: { year, month: first, day: 1 }, last: { year, month: last, day: 'last' } };
}

/** Thirds by days of a month (1–10, 11–20, 21–end), by months of a quarter; a year's beginning and end are a quarter, its middle four months. */
function partOf(
  span: { first: PartialDay; last: PartialDay },
  part: Part,
): { first: PartialDay; last: PartialDay } {
  const { first, last } = span;
  if (first.month === null || last.month === null) return span;
  if (first.month === last.month) {
    const [from, to] = (
      { start: [1, 10], middle: [11, 20], end: [21, 'last'], first_half: [1, 15] } as const
    )[part];
    return { first: { ...first, day: from }, last: { ...last, day: to } };
  }
  if (part === 'first_half')
    return { first, last: { ...last, month: Math.floor((first.month + last.month) / 2) } };
  const size = last.month - first.month === 2 ? 1 : 3;
  if (part === 'start') return { first, last: { ...last, month: first.month + size - 1 } };
  if (part === 'end') return { first: { ...first, month: last.month - size + 1 }, last };
  return size === 1
    ? months(first.year, first.month + 1, first.month + 1)
    : { first: { ...first, month: 5 }, last: { ...last, month: 8 } };
}
