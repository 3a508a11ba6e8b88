import { addDays, addMonths, localDate, mondayOf, monthOf, yearOf } from '../../time/local-date.ts';
import { floatingDay } from './calendar-day.ts';
import { dated } from './period.ts';
import {
  type Days,
  days,
  gapAt,
  monthDays,
  monthsFrom,
  numeral,
  phrase,
  phrases,
  type Reader,
  says,
} from './reader.ts';
import { fullYear } from './year.ts';

const AFTER_NEXT = phrases('after next');
const REST = phrases('rest of the', 'rest of this', 'remainder of the');
const OF_YEAR = phrases('of the year', 'of this year', 'of');
const EDGES = phrases('end of', 'beginning of', 'start of', 'middle of', 'early', 'late', 'mid');
const HALVES = phrases('first half', 'second half', 'the first half', 'the second half');
const FIRST_HALVES = phrases('first', 'the first');
const OF = phrases('of');
const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
/** Names of months that are words of their own. */
const AMBIGUOUS = ['may', 'march', 'mar', 'dec', 'jan', 'sep'];

/** `this week`, `next month`, `the week after next`, `last quarter`, `the rest of the year`. */
export function englishPeriod(reader: Reader, at: number): Days | null {
  const the = says(reader, at, 'the') ? 1 : 0;
  const later = phrase(reader, at + the + 1, AFTER_NEXT);
  if (later > 0) {
    const found = unit(reader, at + the, 2);
    return found === null ? null : { ...found, next: found.next + later };
  }
  const rest = phrase(reader, at + the, REST);
  const start = at + the + rest;
  const moved =
    rest > 0
      ? 0
      : says(reader, start, 'this', 'current')
        ? 0
        : says(reader, start, 'next', 'coming')
          ? 1
          : says(reader, start, 'last', 'previous')
            ? -1
            : null;
  if (moved === null) return null;
  const unitAt = rest > 0 ? start : start + 1;
  const whole = unit(reader, unitAt, moved);
  if (whole === null) return null;
  return rest > 0 ? { ...whole, from: reader.today } : whole;
}

function unit(reader: Reader, at: number, moved: number): Days | null {
  const { today } = reader;
  if (says(reader, at, 'week')) {
    const monday = addDays(mondayOf(today), moved * 7);
    return days(monday, addDays(monday, 6), at + 1);
  }
  if (says(reader, at, 'weekend')) {
    const saturday = addDays(mondayOf(today), moved * 7 + 5);
    return days(saturday, addDays(saturday, 1), at + 1);
  }
  if (says(reader, at, 'month')) {
    const target = addMonths(today, moved);
    return monthDays(yearOf(target), monthOf(target), at + 1);
  }
  if (says(reader, at, 'quarter')) {
    const quarter = Math.floor((monthOf(today) - 1) / 3);
    const target = addMonths(localDate(yearOf(today), quarter * 3 + 1, 1) ?? today, moved * 3);
    return monthsFrom(yearOf(target), monthOf(target), 3, at + 1);
  }
  if (says(reader, at, 'year') && !says(reader, at - 1, 'school'))
    return monthsFrom(yearOf(today) + moved, 1, 12, at + 1);
  return null;
}

/** `the end of November`, `start of next month`, `end of the year`, `first half of 2025`, `H1 2025`. */
export function englishPart(reader: Reader, at: number): Days | null {
  const half = halfAt(reader, at);
  if (half !== null) {
    const skipped = phrase(reader, half.next, OF_YEAR);
    return dated(reader, half.next + skipped, (year, next, floating) =>
      monthsFrom(year, half.first ? 1 : 7, 6, next, floating),
    );
  }
  const the = says(reader, at, 'the') ? 1 : 0;
  const edge = phrase(reader, at + the, EDGES);
  if (edge === 0) return null;
  const which = says(reader, at + the, 'end', 'late') ? 2 : says(reader, at + the, 'middle', 'mid') ? 1 : 0;
  const start = at + the + edge;
  const inner = says(reader, start - 1, 'of')
    ? unit(reader, says(reader, start, 'the') ? start + 1 : start, 0)
    : null;
  const whole = inner ?? englishPeriod(reader, start) ?? englishMonth(reader, start);
  if (whole === null) return null;
  if (yearOf(whole.from) === yearOf(whole.to) && monthOf(whole.from) === monthOf(whole.to)) {
    const from = addDays(whole.from, which * 10);
    return { ...whole, from, to: which === 2 ? whole.to : addDays(from, 9) };
  }
  const [first, length] = (
    [
      [1, 3],
      [5, 4],
      [10, 3],
    ] as const
  )[which];
  return monthsFrom(yearOf(whole.from), first, length, whole.next);
}

function halfAt(reader: Reader, at: number): { first: boolean; next: number } | null {
  if (says(reader, at, 'h') && gapAt(reader, at + 1) === '') {
    const number = numeral(reader, at + 1, 1);
    return (number === 1 || number === 2) && fullYear(reader, at + 2) !== null
      ? { first: number === 1, next: at + 2 }
      : null;
  }
  const length = phrase(reader, at, HALVES);
  return length === 0 ? null : { first: phrase(reader, at, FIRST_HALVES) > 0, next: at + length };
}

/** `December`, `Dec 2024`, `20 December`, `December 20th`, `May 5`. */
export function englishMonth(reader: Reader, at: number): Days | null {
  const day = numeral(reader, at);
  const ordinalEnd = day !== null && says(reader, at + 1, 'st', 'nd', 'rd', 'th') ? 2 : 1;
  const monthIndexAt = day === null ? at : at + ordinalEnd + phrase(reader, at + ordinalEnd, OF);
  const month = monthNumber(reader, monthIndexAt, day !== null || numeral(reader, monthIndexAt + 1) !== null);
  if (month === null) return null;
  if (day !== null) return withYear(reader, month, day, monthIndexAt + 1);
  const after = numeral(reader, monthIndexAt + 1);
  if (after !== null) {
    const end = says(reader, monthIndexAt + 2, 'st', 'nd', 'rd', 'th') ? 3 : 2;
    return withYear(reader, month, after, monthIndexAt + end);
  }
  return dated(reader, at + 1, (year, next, floating) => monthDays(year, month, next, floating));
}

function withYear(reader: Reader, month: number, day: number, at: number): Days | null {
  const year = fullYear(reader, at);
  if (year === null) return floatingDay(reader, month, day, at);
  const date = localDate(year, month, day);
  return days(date, date, at + 1);
}

function monthNumber(reader: Reader, at: number, besideDay: boolean): number | null {
  const index = MONTHS.findIndex((names) => says(reader, at, ...names));
  if (index === -1) return null;
  const sure =
    besideDay ||
    !says(reader, at, ...AMBIGUOUS) ||
    fullYear(reader, at + 1) !== null ||
    says(reader, at - 1, 'in', 'of', 'by', 'before', 'until', 'for', 'since', 'from', 'to', 'and', 'after');
  return sure ? index + 1 : null;
}
