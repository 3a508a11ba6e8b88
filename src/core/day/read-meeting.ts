import type { LocalDate } from '../time/local-date.ts';
import type { Meeting } from '../work/step.ts';
import { readMeetingTime } from './read-meeting-time.ts';

/** A comma between parts; none within a date or an hour has white behind it. */
const BETWEEN = /\s*[,;\n]\s*/;
const CHAIRS = /\s*(chủ trì|chu tri|in the chair|chairs?)\s*$/iu;

/** `8h30 12/12, Hội trường UBND phường, đ/c Bình chủ trì`: the day, and behind commas where and under whom. */
export function readMeeting(text: string, today: LocalDate): Meeting | null {
  const parts = text
    .normalize('NFC')
    .split(BETWEEN)
    .filter((part) => part !== '');
  const readings = parts.map((_, at) => readMeetingTime(parts.slice(0, at + 1).join(', '), today));
  const first = readings.findIndex((reading) => reading !== null);
  // Of `12/12, 8h30` the hour stands behind the day.
  const [day = null, behind = null] = readings.slice(Math.max(first, 0));
  const isBehind = day?.minute === null && behind !== null && behind.minute !== null;
  const [time, last] = isBehind ? [behind, first + 1] : [day, first];
  if (time === null) return null;
  const rest = parts.slice(last + 1);
  const place = rest.filter((part) => !CHAIRS.test(part)).join(', ');
  return { ...time, place, chair: chairOf(rest.find((part) => CHAIRS.test(part)) ?? '') };
}

/** Who, without the words that say what for. */
export const chairOf = (said: string): string => said.normalize('NFC').replace(CHAIRS, '').trim();
