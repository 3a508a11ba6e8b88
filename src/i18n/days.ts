import { type Instant, type MinuteOfDay, minuteOfDayAt, type Zone } from '../core/time/instant.ts';
import { dayOf, type LocalDate, monthOf, weekdayOf, yearOf } from '../core/time/local-date.ts';
import type { TextKey, Translate } from './translator.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `30/11/2024` */
export const fullDate = (date: LocalDate): string =>
  `${two(dayOf(date))}/${two(monthOf(date))}/${yearOf(date)}`;

/** `30/11`, for days whose year goes without saying. */
export const shortDate = (date: LocalDate): string => `${two(dayOf(date))}/${two(monthOf(date))}`;

/** Short in the year of `today`, full outside it. */
export const dateSeenFrom = (date: LocalDate, today: LocalDate): string =>
  yearOf(date) === yearOf(today) ? shortDate(date) : fullDate(date);

/** `Thứ Sáu`, `Friday` */
const weekdayName = (t: Translate, date: LocalDate): string => t(`day.weekday.${weekdayOf(date)}` as TextKey);

/** `Tháng 11`, `November` */
export const monthName = (t: Translate, date: LocalDate): string =>
  t(`day.monthName.${monthOf(date)}` as TextKey);

/** `Thứ Sáu 29/11/2024` */
export const weekdayDate = (t: Translate, date: LocalDate): string =>
  `${weekdayName(t, date)} ${fullDate(date)}`;

/** `08:31` */
export const timeOfDay = (at: Instant, zone: Zone): string => timeOfDayOf(minuteOfDayAt(at, zone));

/** `17:00` of a minute of the day. */
export const timeOfDayOf = (minute: MinuteOfDay): string =>
  `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
