import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueAtOf } from '../../../src/core/assignment/assignment.ts';
import { type DueReading, readDueTime } from '../../../src/core/assignment/read-due-time.ts';
import type { NamedDay } from '../../../src/core/deadline/named-day.ts';
import { printRule } from '../../../src/core/deadline/print.ts';
import { foldVietnamese } from '../../../src/core/text/fold.ts';
import { minuteOfDay, type Zone } from '../../../src/core/time/instant.ts';
import { addDays, dateOf, weekdayOf } from '../../../src/core/time/local-date.ts';
import { instant } from '../../support/office.ts';

const SETTINGS = {
  zone: 'Asia/Ho_Chi_Minh' as Zone,
  hours: { from: minuteOfDay('08:00'), to: minuteOfDay('17:00') },
  deadlineReading: 'lenient',
} as const;
/** A Monday. */
const NOW = instant('2024-11-04T09:00:00+07:00');
const TODAY = dateOf('2024-11-04');

const read = (words: string): DueReading => readDueTime(words, NOW, SETTINGS);
const told = ({ on, inclusive, time }: NamedDay): string =>
  `${inclusive ? 'by' : 'before'} ${on}${time === null ? '' : ` ${time}`}`;
function shown(words: string): string {
  const reading = read(words);
  switch (reading.kind) {
    case 'named':
      return told(reading.day);
    case 'choices':
      return reading.days.map(told).join(' | ');
    case 'past':
    case 'impossible':
    case 'none':
      return reading.kind;
  }
}

test.each([
  ['Các trường gửi danh sách CSTĐ trước 16h thứ Tư 13/11', 'before 2024-11-13 16:00'],
  ['truoc 16h thu 4 13/11', 'before 2024-11-13 16:00'],
  ['trước 16g30 ngày 13 tháng 11 năm 2024', 'before 2024-11-13 16:30'],
  ['trước 16h chiều mai', 'before 2024-11-05 16:00'],
  ['trước 4h chiều thứ 4', 'before 2024-11-06 16:00'],
  ['chậm nhất 10h sáng mai', 'by 2024-11-05 10:00'],
  ['thứ 6 tuần này trước 14h', 'before 2024-11-08 14:00'],
  ['trước 9h thứ Ba tuần sau', 'before 2024-11-12 09:00'],
  ['trước 11/11', 'before 2024-11-11'],
  ['đến hết ngày 15/11', 'by 2024-11-15'],
  ['trong ngày hôm nay', 'by 2024-11-04'],
  ['trong ngày', 'by 2024-11-04'],
  ['trước 05/01', 'before 2025-01-05'],
  ['by 4pm Wednesday', 'by 2024-11-06 16:00'],
  ['từ 10/11 đến 16h 13/11', 'by 2024-11-13 16:00'],
  ['KH 45/KH-UBND ngày 04/11/2024, gửi trước 15/11', 'before 2024-11-15'],
  ['kết quả ngày 20/10 gửi trước 16h thứ Tư 13/11', 'before 2024-11-13 16:00'],
  ['gửi chậm nhất thứ 6 này', 'by 2024-11-08'],
  ['gửi danh sách này 16h thứ Tư', 'by 2024-11-06 16:00'],
  ['như đã họp thứ Sáu tuần trước, nộp 16h thứ Tư', 'by 2024-11-06 16:00'],
])('%s is %s', (words, expected) => {
  expect(shown(words)).toBe(expected);
});

test.each([
  [
    'a weekday that is not that of the date',
    'trước 16h thứ Năm 13/11',
    'before 2024-11-13 16:00 | before 2024-11-14 16:00',
  ],
  ['an hour without a day', 'trước 16h', 'before 2024-11-04 16:00 | before 2024-11-05 16:00'],
  ['today by its weekday', 'trước 16h thứ Hai', 'before 2024-11-04 16:00 | before 2024-11-11 16:00'],
  [
    'an hour of the morning or the afternoon',
    'trước 4h mai',
    'before 2024-11-05 04:00 | before 2024-11-05 16:00',
  ],
  ['a morning without an hour', 'trong sáng mai', 'by 2024-11-05 12:00'],
  ['several deadlines', 'gửi trước 10/11, in trước 12/11', 'before 2024-11-10 | before 2024-11-12'],
])('%s is for a person to choose', (_, words, expected) => {
  expect(read(words).kind).toBe('choices');
  expect(shown(words)).toBe(expected);
});

test.each([
  ['trước 8h hôm nay', 'past'],
  ['trước 01/11', 'past'],
  ['trước 31/11', 'impossible'],
  ['trước 25h mai', 'impossible'],
  ['theo thứ tự ưu tiên', 'none'],
  ['chị Mai gửi 3 bản', 'none'],
  ['thu năm trăm nghìn', 'none'],
])('%s is %s', (words, expected) => {
  expect(shown(words)).toBe(expected);
});

describe('laws', () => {
  const day = fc.integer({ min: 2, max: 170 }).map((days) => addDays(TODAY, days));
  const time = fc
    .tuple(fc.integer({ min: 7, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  const named: fc.Arbitrary<NamedDay> = fc.record({
    kind: fc.constant('once' as const),
    on: day,
    inclusive: fc.boolean(),
    time: fc.option(time),
    appliesTo: fc.constant(null),
  });

  test('what the program itself writes of a moment is read as that moment', () => {
    fc.assert(
      fc.property(named, (moment) => {
        expect(read(printRule(moment))).toMatchObject({ kind: 'named', day: moment });
      }),
    );
  });

  test('marks, the order of hour and day, and a weekday that fits change nothing', () => {
    const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
    fc.assert(
      fc.property(day, time, fc.boolean(), fc.boolean(), (on, at, isFolded, isDayFirst) => {
        const date = `${WEEKDAYS[weekdayOf(on)]} ${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;
        const hour = at.replace(':', 'h');
        const words = isDayFirst ? `gửi ${date} trước ${hour}` : `gửi trước ${hour} ${date}`;

        expect(shown(isFolded ? foldVietnamese(words) : words)).toBe(`before ${on} ${at}`);
      }),
    );
  });

  test('no moment that has passed is ever named or offered', () => {
    const piece = fc.constantFrom(
      'trước',
      'chậm nhất',
      '16h',
      '8h',
      'mai',
      'hôm nay',
      'thứ Hai',
      '03/11',
      '04/11',
      'ngày 2',
      'sáng',
      'tuần này',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const reading = read(pieces.join(' '));
        const days =
          reading.kind === 'named' ? [reading.day] : reading.kind === 'choices' ? reading.days : [];

        expect(days.every((one) => dueAtOf(one, SETTINGS) > NOW)).toBe(true);
        expect(reading.kind === 'choices' && days.length === 0).toBe(false);
      }),
    );
  });

  test('whatever is typed, the words it takes lie in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { words } = read(text);

        const { from, to } = words ?? { from: 0, to: 1 };
        expect(words === null || (0 <= from && from < to && to <= text.length)).toBe(true);
      }),
    );
  });
});
