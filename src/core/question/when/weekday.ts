import { addDays, mondayOf } from '../../time/local-date.ts';
import { calendarDay } from './calendar-day.ts';
import { week } from './period.ts';
import {
  type Days,
  days,
  gapAt,
  numeral,
  type Phrases,
  phrase,
  phrases,
  type Reader,
  says,
} from './reader.ts';
import { shiftAt } from './year.ts';

const NAMED: readonly (readonly [weekday: number, words: Phrases])[] = [
  [1, phrases('thứ hai', 'monday')],
  [2, phrases('thứ ba', 'tuesday')],
  [3, phrases('thứ tư', 'wednesday')],
  [4, phrases('thứ năm', 'thursday')],
  [5, phrases('thứ sáu', 'friday')],
  [6, phrases('thứ bảy', 'thứ bẩy', 'saturday')],
  [7, phrases('chủ nhật', 'sunday')],
];

/** `thứ sáu này`, `thứ 6 tuần sau`, `chủ nhật`, `next Friday`; alone, the next such day, today included; with a date, that date. */
export function weekday(reader: Reader, at: number): Days | null {
  const english = says(reader, at, 'next', 'this', 'last') ? 1 : 0;
  const found = weekdayAt(reader, at + english);
  if (found === null) return null;
  const said = calendarDay(reader, found.next);
  if (said !== null && said.from === said.to && english === 0) return said;
  const moved = says(reader, at, 'next') ? 1 : says(reader, at, 'last') ? -1 : 0;
  if (english > 0) return ofWeek(reader, moved, found.weekday, found.next);
  const whole = week(reader, found.next);
  if (whole !== null) {
    const date = addDays(whole.from, found.weekday - 1);
    return days(date, date, whole.next);
  }
  const shift = shiftAt(reader, found.next);
  if (shift !== null && (shift.by === 0 || says(reader, found.next, 'sau', 'trước'))) {
    return ofWeek(reader, shift.by, found.weekday, shift.next);
  }
  const thisWeek = addDays(mondayOf(reader.today), found.weekday - 1);
  const step = reader.past ? (thisWeek > reader.today ? -7 : 0) : thisWeek < reader.today ? 7 : 0;
  const date = addDays(thisWeek, step);
  return found.short ? null : days(date, date, shift?.next ?? found.next);
}

type Found = { readonly weekday: number; readonly next: number; readonly short: boolean };

function weekdayAt(reader: Reader, at: number): Found | null {
  for (const [number, words] of NAMED) {
    const length = phrase(reader, at, words);
    if (length > 0) return { weekday: number, next: at + length, short: false };
  }
  // "thứ 2" is Monday; "t6" alone could be June, so it needs a week beside it.
  const glued = says(reader, at, 't') && gapAt(reader, at + 1) === '';
  const number = numeral(reader, at + 1, 1);
  if (number !== null && number >= 2 && number <= 7 && (glued || says(reader, at, 'thứ'))) {
    return { weekday: number - 1, next: at + 2, short: glued };
  }
  return says(reader, at, 'cn') ? { weekday: 7, next: at + 1, short: true } : null;
}

function ofWeek(reader: Reader, by: number, weekdayNumber: number, next: number): Days | null {
  const date = addDays(mondayOf(reader.today), by * 7 + weekdayNumber - 1);
  return days(date, date, next);
}
