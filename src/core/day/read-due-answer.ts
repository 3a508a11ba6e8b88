import { dueAtOf } from '../assignment/assignment.ts';
import { foldInPlace } from '../assignment/fold-in-place.ts';
import { withoutTime } from '../assignment/read-assignment.ts';
import { type DueReading, readDueTime } from '../assignment/read-due-time.ts';
import type { Settings } from '../organisation/settings.ts';
import { type Instant, localDateAt } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import { isCourtesy } from './courtesy.ts';
import { readNamedDay } from './read-named-day.ts';

type Context = Pick<Settings, 'zone' | 'hours' | 'deadlineReading'>;

/** With these a time is changed, not something else. */
const CHANGING = new Set('sua doi lui gia them thanh sang lai han moi cho gui nop hoan'.split(' '));

/**
 * When a task is to be done, as somebody answers who was asked for it: “trước 16h thứ Tư”, “10 tháng 12 ạ”.
 * @param known the day that there was: an hour alone is that day's
 */
export function readDueAnswer(
  said: string,
  now: Instant,
  settings: Context,
  known: LocalDate | null = null,
): DueReading {
  const reading = readDueTime(said, now, settings, known);
  const day = reading.kind === 'none' ? readNamedDay(said, localDateAt(now, settings.zone)) : null;
  if (day === null) return reading;
  const whole = { words: { from: 0, to: said.length }, isBound: true };
  return dueAtOf(day, settings) > now ? { kind: 'named', day, ...whole } : { kind: 'past', ...whole };
}

/** The same where nobody asked: `none` for words that say anything else too. */
export function readDueAlone(...given: Parameters<typeof readDueAnswer>): DueReading {
  const reading = readDueAnswer(...given);
  const isAlone = reading.words !== null && isCourtesy(foldInPlace(withoutTime(given[0], reading)), CHANGING);
  return isAlone ? reading : { kind: 'none', words: null, isBound: false };
}
