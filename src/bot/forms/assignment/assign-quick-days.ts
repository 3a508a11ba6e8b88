import { addWorkingDays, isWorkingDay } from '../../../core/calendar/work-calendar.ts';
import type { NamedDay } from '../../../core/deadline/named-day.ts';
import { HOUR_MS, instantAt, minuteOfDay } from '../../../core/time/instant.ts';
import type { AssignScene } from './assign-form.ts';

const AFTERNOON = '16:00';

/** Deadlines offered by button: this afternoon while there is an hour left, the next working day, the one in three. */
export function quickDays({
  now,
  today,
  work,
  directory,
}: Pick<AssignScene, 'now' | 'today' | 'work' | 'directory'>): NamedDay[] {
  const { zone } = directory.settings;
  const isToday =
    isWorkingDay(work, today) && instantAt(today, minuteOfDay(AFTERNOON), zone) - now >= HOUR_MS;
  const days = [...(isToday ? [today] : []), addWorkingDays(work, today, 1), addWorkingDays(work, today, 3)];
  return days.map((on) => ({ kind: 'once', on, inclusive: false, time: AFTERNOON, appliesTo: null }));
}
