import { defaultWorkCalendar } from '../calendar/public-holidays.ts';
import { DEFAULT_SCHOOL_CALENDAR, type SchoolCalendar } from '../calendar/school-calendar.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Settings } from './settings.ts';

export interface Calendars {
  readonly work: WorkCalendar;
  readonly school: SchoolCalendar;
}

const holidays = defaultWorkCalendar();

/** The organisation's calendars: the public holidays of the country, its own hours. */
export function calendarsOf(settings: Settings): Calendars {
  return { work: { ...holidays, hours: settings.hours }, school: DEFAULT_SCHOOL_CALENDAR };
}
