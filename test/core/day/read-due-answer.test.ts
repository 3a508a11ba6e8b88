import { expect, test } from 'vitest';
import type { DueReading } from '../../../src/core/assignment/read-due-time.ts';
import { readDueAlone, readDueAnswer } from '../../../src/core/day/read-due-answer.ts';
import { minuteOfDay, type Zone } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { instant } from '../../support/office.ts';

const SETTINGS = {
  zone: 'Asia/Ho_Chi_Minh' as Zone,
  hours: { from: minuteOfDay('08:00'), to: minuteOfDay('17:00') },
  deadlineReading: 'lenient',
} as const;
/** A Monday. */
const NOW = instant('2024-11-11T09:00:00+07:00');
const KNOWN = dateOf('2024-11-13');

const shown = (reading: DueReading): string =>
  reading.kind === 'named'
    ? `${reading.day.inclusive ? 'by' : 'before'} ${reading.day.on} ${reading.day.time ?? ''}`.trim()
    : reading.kind;
const alone = (words: string) => shown(readDueAlone(words, NOW, SETTINGS, KNOWN));

test.each([
  ['chậm nhất thứ 4 tuần sau', 'by 2024-11-20'],
  ['trước 10/12', 'before 2024-12-10'],
  ['truoc 10 thang 12', 'before 2024-12-10'],
  ['17h thứ 6', 'by 2024-11-15 17:00'],
  ['dạ sửa thành 17h thứ 6 nhé', 'by 2024-11-15 17:00'],
  ['gia hạn thêm đến hết 15/11/24 ạ', 'by 2024-11-15'],
  ['trước 15h', 'before 2024-11-13 15:00'],
  ['trước 4h chiều', 'before 2024-11-13 16:00'],
  ['trước 01/11', 'past'],
  ['trước 31/11', 'impossible'],
  ['thứ Hai', 'choices'],
])('“%s” alone is a time', (words, expected) => {
  expect(alone(words)).toBe(expected);
});

test.each([
  'Các trường gửi danh sách trước 10/12',
  'phường Kim Mã',
  'báo cáo ngày 20/11',
  'gửi trước 10/11, in trước 12/11',
  'không phải thứ 6',
  'tháng 12 có gì đến hạn?',
])('“%s” says something else', (words) => {
  expect(alone(words)).toBe('none');
});

test('whoever was asked for a time may say more with it', () => {
  expect(shown(readDueAnswer('báo cáo ngày 20/11', NOW, SETTINGS))).toBe('by 2024-11-20');
});
