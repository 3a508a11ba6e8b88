import { addMonths, daysInMonth, type LocalDate, localDate, monthOf, yearOf } from '../../time/local-date.ts';
import { type Days, gapAt, monthDays, numeral, type Reader, says, settled } from './reader.ts';
import { fullYear, shiftAt, shortYear, yearAfter } from './year.ts';

const SEPARATOR = /^\s?[/.-]\s?$/u;
const COUNTED = [
  'đơn vị',
  'việc',
  'ngày',
  'tuần',
  'tháng',
  'năm',
  'người',
  'phường',
  'trường',
  'cụm',
  'nhiệm',
  'lần',
  'suất',
  'cái',
  'giờ',
  'h',
  'phút',
  'đồng',
  'tỷ',
  'triệu',
  'phòng',
  'xã',
  'đồng',
  'bản',
  'bộ',
  'thành',
  'mục',
  'điểm',
].flatMap((word) => word.split(' '));
const LABELS = [
  'mục',
  'số',
  'việc',
  'vụ',
  'dòng',
  'tt',
  'stt',
  'điều',
  'khoản',
  'phòng',
  'tầng',
  'lớp',
  'item',
  'task',
  'row',
];

/** An explicit day or month: `30/11`, `ngày 5 tháng 12 năm 2024`, `15-20/11`, `11/2024`, `2024-12-01`, `ngày 15`. */
export function calendarDay(reader: Reader, at: number): Days | null {
  const named = says(reader, at, 'ngày', 'hôm', 'mùng', 'mồng');
  const start = named ? at + 1 : at;
  if (reader.tokens[start]?.kind !== 'number') return null;
  if (!named && (says(reader, at - 1, ...LABELS) || isGluedToWord(reader, at))) return null;
  return (
    isoDay(reader, start) ??
    dayPair(reader, start) ??
    dayAndMonth(reader, start) ??
    monthAndYear(reader, start) ??
    dayOfNamedMonth(reader, start) ??
    (named ? bareDay(reader, start) : null)
  );
}

function isoDay(reader: Reader, at: number): Days | null {
  const year = fullYear(reader, at);
  const month = numeral(reader, at + 1);
  const day = numeral(reader, at + 2);
  if (year === null || month === null || day === null) return null;
  if (gapAt(reader, at + 1) !== '-' || gapAt(reader, at + 2) !== '-') return null;
  return one(localDate(year, month, day), at + 3, false);
}

/** `15-20/11`: two days of one month. */
function dayPair(reader: Reader, at: number): Days | null {
  const first = numeral(reader, at);
  if (first === null || !/^\s?[-–]\s?$/u.test(gapAt(reader, at + 1))) return null;
  const second = dayAndMonth(reader, at + 1);
  if (second === null) return null;
  const from = localDate(yearOf(second.to), monthOf(second.to), first);
  return from === null || from > second.to ? null : { ...second, from };
}

function dayAndMonth(reader: Reader, at: number): Days | null {
  const day = numeral(reader, at);
  const month = numeral(reader, at + 1);
  const gap = gapAt(reader, at + 1);
  if (day === null || month === null || !SEPARATOR.test(gap)) return null;
  if (day === 24 && month === 7 && gap === '/') return null;
  const year = SEPARATOR.test(gapAt(reader, at + 2)) ? shortYear(reader, at + 2) : null;
  if (year !== null) return isCode(reader, at + 3) ? null : one(localDate(year, month, day), at + 3, false);
  const spoken = yearAfter(reader, at + 2);
  if (spoken !== null) return one(localDate(spoken.year, month, day), spoken.next, false);
  if (
    isCode(reader, at + 2) ||
    (!isSurelyDay(reader, at) && says(reader, at + 2, ...COUNTED)) ||
    reader.tokens[at + 2]?.kind === 'percent'
  )
    return null;
  if (SEPARATOR.test(gapAt(reader, at + 2)) && reader.tokens[at + 2]?.kind === 'number' && gap !== '/')
    return null;
  return floatingDay(reader, month, day, at + 2);
}

/** "trước 10/12 cụm …" names a day; "10/12 cụm" alone counts ten of twelve. */
function isSurelyDay(reader: Reader, at: number): boolean {
  return says(
    reader,
    at - 1,
    'ngày',
    'hôm',
    'trước',
    'đến',
    'tới',
    'từ',
    'sau',
    'hết',
    'by',
    'before',
    'until',
  );
}

function monthAndYear(reader: Reader, at: number): Days | null {
  const month = numeral(reader, at);
  const year = fullYear(reader, at + 1);
  if (month === null || year === null || !SEPARATOR.test(gapAt(reader, at + 1))) return null;
  return isCode(reader, at + 2) ? null : monthDays(year, month, at + 2);
}

/** `15 tháng 11`, `ngày 20 tháng sau`, `30 tháng này`. */
function dayOfNamedMonth(reader: Reader, at: number): Days | null {
  const day = numeral(reader, at);
  if (
    day === null ||
    !(says(reader, at + 1, 'tháng') || (says(reader, at + 1, 't') && gapAt(reader, at + 2) === ''))
  )
    return null;
  const month = numeral(reader, at + 2);
  if (month !== null) {
    const year = yearAfter(reader, at + 3);
    return year === null
      ? floatingDay(reader, month, day, at + 3)
      : one(localDate(year.year, month, day), year.next, false);
  }
  if (says(reader, at - 1, 'ngày', 'hôm', 'mùng', 'mồng') || day > 12) {
    const shift = shiftAt(reader, at + 2);
    if (shift === null || shift.by > 1) return null;
    const target = addMonths(reader.today, shift.by);
    return one(localDate(yearOf(target), monthOf(target), day), shift.next, false);
  }
  return null;
}

/** The next such day of a month, or the last one, looking back; "ngày 31/2" is no 31st of another month. */
function bareDay(reader: Reader, at: number): Days | null {
  const day = numeral(reader, at);
  if (day === null || day < 1 || day > 31) return null;
  if (reader.tokens[at + 1]?.kind === 'number' && gapAt(reader, at + 1) === '/') return null;
  const step = reader.past ? -1 : 1;
  for (let months = 0; months < 12; months++) {
    const month = addMonths(reader.today, months * step);
    const date = localDate(yearOf(month), monthOf(month), day);
    if (date === null) continue;
    if (reader.past ? date <= reader.today : date >= reader.today) return one(date, at + 1, false);
  }
  return null;
}

/** A day without a year; 29/02 waits for the leap year. */
export function floatingDay(reader: Reader, month: number, day: number, next: number): Days | null {
  if (month === 2 && day === 29) {
    const step = reader.past ? -1 : 1;
    for (let year = yearOf(reader.today); Math.abs(year - yearOf(reader.today)) <= 8; year += step) {
      const date = daysInMonth(year, 2) === 29 ? localDate(year, 2, 29) : null;
      if (date !== null && (reader.past ? date <= reader.today : date >= reader.today))
        return one(date, next, false);
    }
    return null;
  }
  return settled(reader, one(localDate(yearOf(reader.today), month, day), next, true));
}

function one(date: LocalDate | null, next: number, floating: boolean): Days | null {
  return date === null ? null : { from: date, to: date, next, floating };
}

/** `152/2025/NĐ-CP`: a number of a document goes on with letters. */
function isCode(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return token !== undefined && token.kind === 'word' && /^[/-]$/u.test(token.gap);
}

function isGluedToWord(reader: Reader, at: number): boolean {
  return gapAt(reader, at) === '' && reader.tokens[at - 1]?.kind === 'word';
}
