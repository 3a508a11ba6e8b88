import { minuteOfDay, type Zone } from '../time/instant.ts';
import type { Locale } from './person.ts';
import type { Settings } from './settings.ts';

/** What a new organisation begins with; the secretariat changes it. */
export function defaultSettings(zone: Zone, locale: Locale): Settings {
  return {
    name: '',
    zone,
    locale,
    secretariatName: { vi: 'Thường trực HĐ TĐKT', en: 'Standing Agency' },
    deadlineReading: 'lenient',
    hours: { from: minuteOfDay('08:00'), to: minuteOfDay('17:00') },
    remindersAt: minuteOfDay('08:30'),
    digest: { weekday: 1, at: minuteOfDay('09:30') },
    stages: { before: [14, 3], after: [1, 3, 7] },
  };
}
