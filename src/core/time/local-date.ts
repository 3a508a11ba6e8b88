import { Temporal } from 'temporal-polyfill';

/** A calendar day in the organisation's zone, `YYYY-MM-DD`. Strings of this shape compare as days do. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MS_PER_DAY = 86_400_000;

/** The day if year, month (1–12) and day exist in the Gregorian calendar, else null. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as LocalDate;
}

/** Reads `YYYY-MM-DD`; null for anything else and for days that do not exist. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : localDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** For days known to exist (constants, rows read back). Throws RangeError otherwise. */
export function dateOf(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new RangeError(`not a calendar day: ${text}`);
  return date;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** 1–12. */
export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

/** 1–31. */
export function dayOf(date: LocalDate): number {
  return Number(date.slice(8, 10));
}

export function daysInMonth(year: number, month: number): number {
  return new Temporal.PlainYearMonth(year, month).daysInMonth;
}

export function weekdayOf(date: LocalDate): Weekday {
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Moves by whole months; a day the target month lacks becomes its last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as LocalDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function lastDayOfMonth(year: number, month: number): LocalDate {
  return dateOf(`${String(year).padStart(4, '0')}-${pad(month)}-${pad(daysInMonth(year, month))}`);
}

/** Monday of the week that holds `date`. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

// Days since 1970-01-01, by the UTC calendar: a plain count, no zone is involved.
function dayNumber(date: LocalDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / MS_PER_DAY;
}

function fromDayNumber(days: number): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(days * MS_PER_DAY)
    .toString()
    .slice(0, 10) as LocalDate;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
