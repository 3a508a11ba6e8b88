import { defaultWorkCalendar } from '../calendar/public-holidays.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Settings } from './settings.ts';

export interface Calendars {
  readonly work: WorkCalendar;
  readonly school: SchoolCalendar;
}

const holidays = defaultWorkCalendar();

const known = new WeakMap<Settings, Calendars>();

/** The organisation's calendars: the public holidays of the country, its own days and hours. */
export function calendarsOf(settings: Settings): Calendars {
  const calendars = known.get(settings) ?? {
    work: withOwnDays({ ...holidays, hours: settings.hours }, settings.ownDays),
    school: settings.schoolYear,
  };
  known.set(settings, calendars);
  return calendars;
}

/** The calendar before the office changed a day. */
export const publicCalendar = (settings: Settings): WorkCalendar => ({ ...holidays, hours: settings.hours });

function withOwnDays(calendar: WorkCalendar, { off, worked }: Settings['ownDays']): WorkCalendar {
  if (off.length + worked.length === 0) return calendar;
  const isOff = new Set(off);
  const isWorked = new Set(worked);
  return {
    ...calendar,
    holidays: new Set([...calendar.holidays, ...off].filter((day) => !isWorked.has(day))),
    extraWorkdays: new Set([...calendar.extraWorkdays, ...worked].filter((day) => !isOff.has(day))),
  };
}
