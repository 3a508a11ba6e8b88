import { dueAtOf } from '../../core/assignment/assignment.ts';
import { deadlineDays } from '../../core/deadline/days.ts';
import type { NamedDay } from '../../core/launch/read-named-day.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/time/instant.ts';
import { daysBetween } from '../../core/time/local-date.ts';
import { fullDate, weekdayDate } from '../../i18n/days.ts';
import type { Frame } from './frame.ts';

/** `trước 16:00, Thứ Tư 13/11/2024`; without an hour the last safe day beside the day named. */
export function dueText({ t, directory }: Frame, { on, inclusive, time }: NamedDay): string {
  if (time !== null) {
    return t(inclusive ? 'assign.due.by' : 'assign.due.before', { time, day: weekdayDate(t, on) });
  }
  const named = { namedOn: on, inclusive, time };
  const { dueOn } = deadlineDays(named, directory.settings.deadlineReading);
  const day = weekdayDate(t, dueOn);
  return inclusive ? t('assign.due.byDay', { day }) : t('assign.due.beforeDay', { named: fullDate(on), day });
}

/** From here on minutes are counted. */
const SHORT_MS = 1.5 * HOUR_MS;

/** `còn 3 giờ`, `còn 9 ngày`; empty once the hour has come. */
export function hoursLeft({ t, directory, now, today }: Frame, day: NamedDay): string {
  const left = dueAtOf(day, directory.settings) - now;
  if (left <= 0) return '';
  if (left >= DAY_MS) return t('day.left', { count: daysBetween(today, day.on) });
  return left >= SHORT_MS
    ? t('assign.due.hours', { count: Math.round(left / HOUR_MS) })
    : t('assign.due.minutes', { count: Math.max(1, Math.floor(left / MINUTE_MS)) });
}

/** Both, where something is left. */
export const dueAndLeft = (frame: Frame, day: NamedDay): string => {
  const left = hoursLeft(frame, day);
  return left === '' ? dueText(frame, day) : frame.t('assign.post.left', { due: dueText(frame, day), left });
};
