import type { MinuteOfDay } from '../time/instant.ts';
import { addDays, type LocalDate, weekdayOf } from '../time/local-date.ts';

/** When the office works: Monday to Friday, less its holidays, plus the days made up for swapped ones. */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<LocalDate>;
  readonly extraWorkdays: ReadonlySet<LocalDate>;
  readonly hours: { readonly from: MinuteOfDay; readonly to: MinuteOfDay };
}

/** No closure is as long as this; a calendar that closes every day is a fault of its data. */
const LONGEST_CLOSURE_DAYS = 400;

export function isWorkingDay(calendar: WorkCalendar, date: LocalDate): boolean {
  if (calendar.extraWorkdays.has(date)) return true;
  return weekdayOf(date) <= 5 && !calendar.holidays.has(date);
}

/** The last working day on or before `date`. */
export function previousWorkingDay(calendar: WorkCalendar, date: LocalDate): LocalDate {
  return nearestWorkingDay(calendar, date, -1);
}

/** The first working day on or after `date`. */
export function nextWorkingDay(calendar: WorkCalendar, date: LocalDate): LocalDate {
  return nearestWorkingDay(calendar, date, 1);
}

/** The `count`th working day after `date`, which itself is not counted; before it for a negative count, `date` for 0. */
export function addWorkingDays(calendar: WorkCalendar, date: LocalDate, count: number): LocalDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; left--) {
    day = nearestWorkingDay(calendar, addDays(day, step), step);
  }
  return day;
}

function nearestWorkingDay(calendar: WorkCalendar, date: LocalDate, step: 1 | -1): LocalDate {
  let day = date;
  for (let tried = 0; tried < LONGEST_CLOSURE_DAYS; tried++) {
    if (isWorkingDay(calendar, day)) return day;
    day = addDays(day, step);
  }
  throw new RangeError(`the work calendar has no working day near ${date}`);
}
