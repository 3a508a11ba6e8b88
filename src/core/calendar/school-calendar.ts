import { dateOf, type LocalDate, localDate, monthOf, yearOf } from '../time/local-date.ts';

/** Days of the school year, `MM-DD`. Each province sets its own. */
export interface SchoolCalendar {
  readonly startsOn: string;
  readonly semester1EndsOn: string;
  readonly semester2StartsOn: string;
  readonly endsOn: string;
}

/**
 * The frame of the ministry for 2025–2026: opening 05/9, semester I before 18/01, the year before 31/5. It names no
 * beginning of semester II, which is taken for the day after semester I.
 */
export const DEFAULT_SCHOOL_CALENDAR: SchoolCalendar = {
  startsOn: '09-05',
  semester1EndsOn: '01-18',
  semester2StartsOn: '01-19',
  endsOn: '05-31',
};

/** A cycle turns on 1 September: what is due in August still closes the year before. */
const FIRST_MONTH_OF_CYCLE = 9;

/** Teachers and pupils come back in August. */
export const FIRST_MONTH_OF_SCHOOL_YEAR = 8;

/** The school year, by the calendar year it begins in, whose cycle holds `date`. */
export function schoolYearOf(date: LocalDate): number {
  return monthOf(date) >= FIRST_MONTH_OF_CYCLE ? yearOf(date) : yearOf(date) - 1;
}

/** `2024-2025` for the school year that begins in 2024. */
export const schoolYearKey = (schoolYear: number): string => `${schoolYear}-${schoolYear + 1}`;

/** A day (`MM-DD`) of the school year that begins in `schoolYear`: autumn days in it, the others in the next. */
export function schoolDay(schoolYear: number, monthDay: string): LocalDate {
  const month = Number(monthDay.slice(0, 2));
  const year = month >= FIRST_MONTH_OF_SCHOOL_YEAR ? schoolYear : schoolYear + 1;
  return localDate(year, month, Number(monthDay.slice(3))) ?? dateOf(`${year}-${monthDay.slice(0, 2)}-28`);
}

/** Pupils and teachers are away: from day to day (`MM-DD`), both included, within one calendar year. */
export function isSchoolQuiet(
  date: LocalDate,
  quiet: { readonly from: string; readonly to: string },
): boolean {
  const day = date.slice(5);
  return quiet.from <= day && day <= quiet.to;
}
