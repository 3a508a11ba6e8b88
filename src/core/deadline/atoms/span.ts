import { daysInMonth, type LocalDate, lastDayOfMonth, localDate } from '../../time/local-date.ts';
import { type DayInMonth, type FixedDay, isFixedDay, type MonthDay } from '../rule.ts';
import type { Part, Place } from './atom.ts';

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
    case 'floating':
    case 'week':
    case 'weekday':
    case 'feast':
    case 'school':
    case 'now':
      break;
  }
  return null;
}

/** "15 tháng 6", "thứ Sáu cuối cùng của tháng 6", "ngày cuối cùng của quý IV": of the span's only month, its first or its last. */
export function dayOfSpan(day: DayInMonth, span: Place): Place | null {
  if (span.kind !== 'month' && span.kind !== 'quarter' && span.kind !== 'year') return null;
  const edge = span.kind === 'month' ? 'last' : edgeOf(day);
  const month = edge === null ? undefined : wholeOf(span)?.[edge].month;
  if (typeof month !== 'number') return null;
  return dayInMonthOf(day, month, span.year);
}

/** A day of a month as a place. */
export const dayInMonthOf = (day: DayInMonth, month: number, year: number | null): Place =>
  isFixedDay(day)
    ? { kind: 'date', day, month, year, style: 'plain' }
    : { kind: 'floating', day, month, year };

/** Of several months the one that has "the first", "the last" of such days. */
function edgeOf(day: DayInMonth): 'first' | 'last' | null {
  if (day === 'first_working_day') return 'first';
  if (day === 'last' || day === 'last_working_day') return 'last';
  if (typeof day === 'number') return null;
  return day.nth === 'last' ? 'last' : day.nth === 1 ? 'first' : null;
}

function sameDay(day: PartialDay): { first: PartialDay; last: PartialDay } {
  return { first: day, last: day };
}

function months(year: number | null, first: number, last: number): { first: PartialDay; last: PartialDay } {
  return { first: { year, month: first, day: 1 }, last: { year, month: last, day: 'last' } };
}

/** What the parts of a month are taken for; vague ones like the third they stand in. */
export const DAYS_OF_PART: { readonly [P in Part]: readonly [from: number, to: FixedDay] } = {
  start: [1, 10],
  middle: [11, 20],
  end: [21, 'last'],
  first_third: [1, 10],
  second_third: [11, 20],
  last_third: [21, 'last'],
  first_half: [1, 15],
  second_half: [16, 'last'],
};

const HALVES: ReadonlySet<Part> = new Set(['first_half', 'second_half']);
const VAGUE: ReadonlySet<Part> = new Set(['start', 'middle', 'end']);

/** "Đầu", "giữa", "cuối" name no day; the thirds and halves of a month and the halves of a year end on a fixed one. */
export function isVaguePart(part: Part, kind: Place['kind']): boolean {
  return VAGUE.has(part) || !(kind === 'month' || (kind === 'year' && HALVES.has(part)));
}

/** Of a quarter a month each; a year's beginning and end are a quarter, its middle four months. */
function partOf(
  span: { first: PartialDay; last: PartialDay },
  part: Part,
): { first: PartialDay; last: PartialDay } {
  const { first, last } = span;
  if (first.month === null || last.month === null) return span;
  if (first.month === last.month) {
    const [from, to] = DAYS_OF_PART[part];
    return { first: { ...first, day: from }, last: { ...last, day: to } };
  }
  const middle = Math.floor((first.month + last.month) / 2);
  const size = last.month - first.month === 2 ? 1 : 3;
  switch (part) {
    case 'first_half':
      return { first, last: { ...last, month: middle } };
    case 'second_half':
      return { first: { ...first, month: middle + 1 }, last };
    case 'start':
    case 'first_third':
      return { first, last: { ...last, month: first.month + size - 1 } };
    case 'end':
    case 'last_third':
      return { first: { ...first, month: last.month - size + 1 }, last };
    case 'middle':
    case 'second_third':
      break;
  }
  return size === 1
    ? months(first.year, first.month + 1, first.month + 1)
    : { first: { ...first, month: 5 }, last: { ...last, month: 8 } };
}
