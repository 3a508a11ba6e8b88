import { DEFAULT_SCHOOL_CALENDAR } from '../calendar/school-calendar.ts';
import { minuteOfDay, type Zone } from '../time/instant.ts';
import { DEFAULT_LADDERS } from './ladder.ts';
import type { Locale } from './locale.ts';
import type { Settings } from './settings.ts';

const REMINDERS_AT = minuteOfDay('08:30');

/** What settings stored by an earlier version lack. */
export const LATER_SETTINGS = {
  overviews: [
    // With the reminders of that morning, as one message.
    { weekday: 1, at: REMINDERS_AT },
    { weekday: 5, at: minuteOfDay('15:00') },
  ],
  ladders: DEFAULT_LADDERS,
  ladderRules: [],
  ownDays: { off: [], worked: [] },
  remindersAWeek: 2,
  schoolYear: DEFAULT_SCHOOL_CALENDAR,
  schoolQuiet: { from: '06-05', to: '07-31' },
  trial: { days: 7, from: null },
  rotation: 'yearly',
} as const satisfies Partial<Settings>;

/** What a new organisation begins with; the secretariat changes it. */
export function defaultSettings(zone: Zone, locale: Locale): Settings {
  return {
    name: '',
    zone,
    locale,
    secretariatName: { vi: 'Thường trực HĐ TĐKT', en: 'Standing Agency' },
    deadlineReading: 'lenient',
    hours: { from: minuteOfDay('08:00'), to: minuteOfDay('17:00') },
    remindersAt: REMINDERS_AT,
    digest: { weekday: 1, at: minuteOfDay('09:30') },
    ...LATER_SETTINGS,
  };
}
