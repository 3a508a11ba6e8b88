/** A calendar day in the organisation's zone, `YYYY-MM-DD`. Strings of this shape compare as days do. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** Days from one to another, both included. */
export interface DayRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MS_PER_DAY = 86_400_000;

/** The day if year, month (1–12) and day exist in the Gregorian calendar, else null. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return written(year, month, day);
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
  return month === 2
    ? isLeapYear(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;
}

export function weekdayOf(date: LocalDate): Weekday {
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Moves by whole months; a day the target month lacks becomes its last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return written(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function lastDayOfMonth(year: number, month: number): LocalDate {
  return written(year, month, daysInMonth(year, month));
}

/** Monday of the week that holds `date`. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

// Days since 1970-01-01, by the UTC calendar: a plain count, no zone is involved.
function dayNumber(date: LocalDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / MS_PER_DAY;
}

/** The Gregorian calendar repeats every 400 years. */
const DAYS_PER_ERA = 146_097;
/** From 0000-03-01, the first day of an era whose years begin in March, to 1970-01-01. */
const ERA_SHIFT = 719_468;

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days: years begin in March, so that the
// leap day is the last one.
function fromDayNumber(days: number): LocalDate {
  const shifted = days + ERA_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const written = (year: number, month: number, day: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as LocalDate;

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
