import { readNamedDay } from '../day/read-named-day.ts';
import { instantAt, localDateAt } from '../time/instant.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import type { SendContext } from './read-send-time.ts';

/**
 * The last day that typed words allow: `8/11` is that day, `trước ngày 8/11` the day before. Today is one until the
 * office closes; what is over is said to have passed.
 */
export function readCutOff(text: string, { now, zone, work }: SendContext): LocalDate | 'unclear' | 'past' {
  const named = readNamedDay(text, localDateAt(now, zone));
  if (named === null) return 'unclear';
  const day = named.inclusive || named.time !== null ? named.on : addDays(named.on, -1);
  return instantAt(day, work.hours.to, zone) > now ? day : 'past';
}
