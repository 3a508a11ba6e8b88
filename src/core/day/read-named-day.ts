import type { NamedDay } from '../deadline/named-day.ts';
import { readDeadline } from '../deadline/parse.ts';
import { addMonths, daysBetween, type LocalDate } from '../time/local-date.ts';
import { readSpokenDay } from './read-spoken-day.ts';

/** `01 tháng 11` typed on 4 November is read as next year's, and was most likely meant as this year's. */
const FARTHEST_WITHOUT_YEAR_DAYS = 180;

/**
 * The one day, perhaps with an hour, that somebody answers in words: “thứ 2 tuần sau”, “mai ạ”, “8h30 ngày 15/11”,
 * “trước 15 tháng 11”. It may have passed. Null where the words fit several days or none.
 */
export function readNamedDay(text: string, today: LocalDate): NamedDay | null {
  const spoken = readSpokenDay(text, today);
  if (spoken !== null) return spoken === 'impossible' ? null : spoken;
  const { rules, review } = readDeadline(text, { now: today });
  const [rule, ...others] = rules;
  if (review || rule?.kind !== 'once' || others.length > 0) return null;
  const isFar = daysBetween(today, rule.on) > FARTHEST_WITHOUT_YEAR_DAYS;
  return isFar && !/\d{4}/.test(text) ? { ...rule, on: addMonths(rule.on, -12) } : rule;
}
