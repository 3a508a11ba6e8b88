import { dueAtOf } from '../../core/assignment/assignment.ts';
import { deadlineDays } from '../../core/deadline/days.ts';
import type { NamedDay } from '../../core/deadline/named-day.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/time/instant.ts';
import { dayOf, daysBetween, type LocalDate, monthOf } from '../../core/time/local-date.ts';
import { fullDate, timeOfDayOf, weekdayDate } from '../../i18n/days.ts';
import type { Frame } from './frame.ts';
import { capital } from './subject-name.ts';

/** A day with the hour where one was named, and how it bounds. */
export type DueDay = Pick<NamedDay, 'on' | 'inclusive' | 'time'>;
type Named = Pick<Obligation, 'taskId' | 'words' | 'namedOn' | 'exclusive' | 'dueMinute'>;

/** `trước 16:00, Thứ Tư 13/11/2024`; without an hour the last safe day beside the day named. */
export function dueText({ t, directory }: Frame, { on, inclusive, time }: DueDay): string {
  if (time !== null) {
    return t(inclusive ? 'assign.due.by' : 'assign.due.before', { time, day: weekdayDate(t, on) });
  }
  const named = { namedOn: on, inclusive, time };
  const { dueOn } = deadlineDays(named, directory.settings.deadlineReading);
  const day = weekdayDate(t, dueOn);
  return inclusive ? t('assign.due.byDay', { day }) : t('assign.due.beforeDay', { named: fullDate(on), day });
}

/** The day and hour that an obligation names now; null for a standing task. */
export const dueDayOf = ({ namedOn, exclusive, dueMinute }: Named): DueDay | null =>
  namedOn === null
    ? null
    : { on: namedOn, inclusive: !exclusive, time: dueMinute === null ? null : timeOfDayOf(dueMinute) };

/**
 * The plan's own words, with the last safe day where they name none of this turn ("Quý I, Quý II"), or another than it
 * has by now; a task of the day has none, and is said by its hour and day.
 */
export function deadlineWords(frame: Frame, obligation: Named & Pick<Obligation, 'dueOn'>): string {
  const { words, dueOn, namedOn } = obligation;
  const day = dueDayOf(obligation);
  const isGiven = taskById(frame.book, obligation.taskId).given === true;
  if (isGiven && day !== null) return capital(dueText(frame, day));
  return dueOn === null || names(words, namedOn ?? dueOn) || names(words, dueOn)
    ? words
    : frame.t('due.words', { words, day: weekdayDate(frame.t, dueOn) });
}

const DAY_AND_MONTH = /(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})/giu;

const names = (words: string, on: LocalDate): boolean =>
  [...words.matchAll(DAY_AND_MONTH)].some(
    ([, day, month]) => Number(day) === dayOf(on) && Number(month) === monthOf(on),
  );

/** From here on minutes are counted. */
const SHORT_MS = 1.5 * HOUR_MS;

/** `còn 3 giờ`, `còn 9 ngày`; empty once the hour has come. */
export function hoursLeft({ t, directory, now, today }: Frame, day: DueDay): string {
  const left = dueAtOf(day, directory.settings) - now;
  if (left <= 0) return '';
  if (left >= DAY_MS) return t('day.left', { count: daysBetween(today, day.on) });
  return left >= SHORT_MS
    ? t('assign.due.hours', { count: Math.round(left / HOUR_MS) })
    : t('assign.due.minutes', { count: Math.max(1, Math.floor(left / MINUTE_MS)) });
}

/** Both, where something is left. */
export const dueAndLeft = (frame: Frame, day: DueDay): string => {
  const left = hoursLeft(frame, day);
  return left === '' ? dueText(frame, day) : frame.t('assign.post.left', { due: dueText(frame, day), left });
};
