import { readSpokenDay } from '../assignment/read-spoken-day.ts';
import type { NamedDay } from '../deadline/named-day.ts';
import { readDeadline } from '../deadline/parse.ts';
import { daysBetween, type LocalDate } from '../time/local-date.ts';

/** `01/11` typed on 4 November is read as next year's, and was most likely meant as this year's. */
const FARTHEST_WITHOUT_YEAR_DAYS = 180;

/** The one day that typed words name; `unclear` where they fit several or none. */
export function readNamedDay(text: string, today: LocalDate): NamedDay | 'unclear' | 'past' {
  const { rules, review } = readDeadline(text, { now: today });
  const [rule, ...others] = rules;
  if (review || rule?.kind !== 'once' || others.length > 0) return readSpokenDay(text, today) ?? 'unclear';
  const isFar = daysBetween(today, rule.on) > FARTHEST_WITHOUT_YEAR_DAYS;
  return isFar && !/\d{4}/.test(text) ? 'past' : rule;
}
