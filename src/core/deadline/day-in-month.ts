import { nextWorkingDay, previousWorkingDay, type WorkCalendar } from '../calendar/work-calendar.ts';
import { addDays, dateOf, type LocalDate, lastDayOfMonth, localDate, weekdayOf } from '../time/local-date.ts';
import type { DayInMonth, WeekdayInMonth } from './rule.ts';

/** The day of a month that a rule names. */
export function dayInMonth(year: number, month: number, day: DayInMonth, work: WorkCalendar): LocalDate {
  const last = lastDayOfMonth(year, month);
  switch (day) {
    case 'last':
      return last;
    case 'last_working_day':
      return previousWorkingDay(work, last);
    case 'first_working_day':
      return nextWorkingDay(work, firstDayOfMonth(last));
  }
  return typeof day === 'number' ? (localDate(year, month, day) ?? last) : weekdayInMonth(year, month, day);
}

/** "Thứ Sáu cuối cùng" of a month; every month has a fourth of each weekday. */
export function weekdayInMonth(year: number, month: number, { weekday, nth }: WeekdayInMonth): LocalDate {
  const last = lastDayOfMonth(year, month);
  if (nth === 'last') return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  const first = firstDayOfMonth(last);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

export const firstDayOfMonth = (date: LocalDate): LocalDate => dateOf(`${date.slice(0, 8)}01`);
