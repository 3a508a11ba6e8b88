import { addDays, type LocalDate } from '../time/local-date.ts';
import { readNamedDay } from './read-named-day.ts';

/**
 * The last day that typed words allow: `8/11` is that day, `trước ngày 8/11` the day before. It lies after today, or
 * is said to have passed.
 */
export function readCutOff(text: string, today: LocalDate): LocalDate | 'unclear' | 'past' {
  const named = readNamedDay(text, today);
  if (typeof named === 'string') return named;
  const day = named.inclusive || named.time !== null ? named.on : addDays(named.on, -1);
  return day > today ? day : 'past';
}
