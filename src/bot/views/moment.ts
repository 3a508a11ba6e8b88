import { type Instant, localDateAt } from '../../core/time/instant.ts';
import { fullDate, shortDate, timeOfDay } from '../../i18n/days.ts';
import type { Frame } from './frame.ts';

/** `{time}`, `{date}` as texts want them. */
export function moment({ directory, today }: Frame, at: Instant): { time: string; date: string } {
  const { zone } = directory.settings;
  const date = localDateAt(at, zone);
  return {
    time: timeOfDay(at, zone),
    date: date.slice(0, 4) === today.slice(0, 4) ? shortDate(date) : fullDate(date),
  };
}
