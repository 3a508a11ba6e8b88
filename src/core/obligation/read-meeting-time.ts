import { readSpokenDay } from '../assignment/read-spoken-day.ts';
import { type MinuteOfDay, minuteOfDay } from '../time/instant.ts';
import { type LocalDate, localDate, yearOf } from '../time/local-date.ts';

const DAY = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?(?!\d)/u;
/** Two digits after the hour are minutes, unless they begin a day: `10h 12/12`. */
const TIME =
  /(?<!\d)(\d{1,2})\s*(?:h|giờ|g|:)(?:\s*(\d{2})(?!\d|\s*[/.-]\s*\d)|(?=\s*\d{1,2}\s*[/.-]\s*\d)|(?!\d))/iu;

const NOON = 12;

/**
 * Reads `8h30 12/12`, `2h chiều 12/12`, `14:00 ngày 05/01/2025`, `8h30 thứ Năm`. A day without a year is the next such
 * day from `today` on. Null where there is no day, or one that does not exist or has passed.
 */
export function readMeetingTime(
  text: string,
  today: LocalDate,
): { readonly on: LocalDate; readonly minute: MinuteOfDay | null } | null {
  const said = text.normalize('NFC');
  const time = TIME.exec(said);
  const [, day, month, year] = DAY.exec(time === null ? said : said.replace(time[0], ' ')) ?? [];
  if (day === undefined || month === undefined) return spokenTime(said, today);
  const years = year === undefined ? [yearOf(today), yearOf(today) + 1] : [Number(year)];
  const on = years
    .map((candidate) => localDate(candidate, Number(month), Number(day)))
    .find((candidate) => candidate !== null && candidate >= today);
  if (on === undefined || on === null) return null;
  const hour = Number(time?.[1] ?? 0);
  const isLater = hour < NOON && /chi[eề]u|t[oố]i/iu.test(said);
  const minute = time === null ? null : minuteOf(isLater ? hour + NOON : hour, Number(time[2] ?? 0));
  return minute === 'none' ? null : { on, minute };
}

/** `8h30 sáng mai`, `14h thứ Năm`; a day that has passed is none. */
function spokenTime(text: string, today: LocalDate): ReturnType<typeof readMeetingTime> {
  const spoken = readSpokenDay(text, today);
  if (spoken === null || spoken.on < today) return null;
  return { on: spoken.on, minute: spoken.time === null ? null : minuteOfDay(spoken.time) };
}

const minuteOf = (hour: number, minute: number): MinuteOfDay | 'none' =>
  hour > 23 || minute > 59 ? 'none' : minuteOfDay(`${two(hour)}:${two(minute)}`);

const two = (value: number): string => String(value).padStart(2, '0');
