import { type MinuteOfDay, minuteOfDay } from '../time/instant.ts';
import type { Weekday } from '../time/local-date.ts';
import type { Settings } from './settings.ts';

/** One setting of the organisation, chosen among a few values; a value is a word fit for a button. */
interface SettingChoice {
  readonly values: readonly string[];
  of(settings: Settings): string;
  with(settings: Settings, value: string): Settings;
}

const time = (value: string): MinuteOfDay => minuteOfDay(value.replace('-', ':'));
const word = (minute: MinuteOfDay): string => {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}-${two(minute % 60)}`;
};

/** What the secretariat sets by buttons. */
const SETTING_CHOICES = {
  reading: {
    values: ['lenient', 'strict'],
    of: ({ deadlineReading }) => deadlineReading,
    with: (settings, value) => ({
      ...settings,
      deadlineReading: value === 'strict' ? 'strict' : 'lenient',
    }),
  },
  language: {
    values: ['vi', 'en'],
    of: ({ locale }) => locale,
    with: (settings, value) => ({ ...settings, locale: value === 'en' ? 'en' : 'vi' }),
  },
  reminders: {
    values: ['07-30', '08-00', '08-30', '09-00', '14-00'],
    of: ({ remindersAt }) => word(remindersAt),
    with: (settings, value) => ({
      ...settings,
      remindersAt: time(value),
      // An overview that comes with the reminders stays with them.
      overviews: settings.overviews.map((one) =>
        one.at === settings.remindersAt ? { ...one, at: time(value) } : one,
      ),
    }),
  },
  'digest-day': {
    values: ['1', '2', '3', '4', '5'],
    of: ({ digest }) => String(digest.weekday),
    with: (settings, value) => ({
      ...settings,
      digest: { ...settings.digest, weekday: Number(value) as Weekday },
    }),
  },
  'digest-hour': {
    values: ['08-30', '09-30', '14-00'],
    of: ({ digest }) => word(digest.at),
    with: (settings, value) => ({ ...settings, digest: { ...settings.digest, at: time(value) } }),
  },
  opens: {
    values: ['07-00', '07-30', '08-00'],
    of: ({ hours }) => word(hours.from),
    with: (settings, value) => ({ ...settings, hours: { ...settings.hours, from: time(value) } }),
  },
  closes: {
    values: ['16-30', '17-00', '17-30', '18-00'],
    of: ({ hours }) => word(hours.to),
    with: (settings, value) => ({ ...settings, hours: { ...settings.hours, to: time(value) } }),
  },
  rotation: {
    values: ['yearly', 'none'],
    of: ({ rotation }) => rotation,
    with: (settings, value) => ({ ...settings, rotation: value === 'none' ? 'none' : 'yearly' }),
  },
} as const satisfies Readonly<Record<string, SettingChoice>>;

export type SettingName = keyof typeof SETTING_CHOICES;
export const SETTING_NAMES = Object.keys(SETTING_CHOICES) as SettingName[];

export const settingChoice = (name: SettingName): SettingChoice => SETTING_CHOICES[name];
