import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { readNamedDay } from '../day/read-named-day.ts';
import { type Instant, instantAt, localDateAt, minuteOfDay, type Zone } from '../time/instant.ts';

export interface SendContext {
  readonly now: Instant;
  readonly zone: Zone;
  readonly work: WorkCalendar;
}

/** The instant after now that words such as `08:30 ngày 05/11` name; a day alone is the office's opening. */
export function readSendTime(text: string, { now, zone, work }: SendContext): Instant | 'unclear' | 'past' {
  const named = readNamedDay(text, localDateAt(now, zone));
  if (named === null) return 'unclear';
  const at = instantAt(named.on, named.time === null ? work.hours.from : minuteOfDay(named.time), zone);
  return at > now ? at : 'past';
}
