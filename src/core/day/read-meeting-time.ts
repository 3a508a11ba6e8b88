import { type MinuteOfDay, minuteOfDay } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import { readNamedDay } from './read-named-day.ts';

/** The day from today on, and the hour where one is said, of `8h30 12/12`, `2h chiều 12/12`, `8h30 thứ Năm`. */
export function readMeetingTime(
  text: string,
  today: LocalDate,
): { readonly on: LocalDate; readonly minute: MinuteOfDay | null } | null {
  const named = readNamedDay(text, today);
  if (named === null || named.on < today) return null;
  return { on: named.on, minute: named.time === null ? null : minuteOfDay(named.time) };
}
