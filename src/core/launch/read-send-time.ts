import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { readDeadline } from '../deadline/parse.ts';
import { type Instant, instantAt, minuteOfDay, type Zone } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';

/** The instant that words such as `08:30 ngày 05/11` name; a day alone is the office's opening. Null where unclear. */
export function readSendTime(
  text: string,
  { today, zone, work }: { readonly today: LocalDate; readonly zone: Zone; readonly work: WorkCalendar },
): Instant | null {
  const { rules, review } = readDeadline(text, { now: today });
  const [rule, ...others] = rules;
  if (review || rule?.kind !== 'once' || others.length > 0) return null;
  return instantAt(rule.on, rule.time === null ? work.hours.from : minuteOfDay(rule.time), zone);
}
