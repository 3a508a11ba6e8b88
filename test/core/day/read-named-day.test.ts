import { expect, test } from 'vitest';
import { readNamedDay } from '../../../src/core/day/read-named-day.ts';
import { foldVietnamese } from '../../../src/core/text/fold.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

/** A Monday. */
const TODAY = dateOf('2024-11-04');
const dayIn = (words: string) => readNamedDay(words, TODAY)?.on ?? null;

test.each([
  ['mai', '2024-11-05'],
  ['ngày mai', '2024-11-05'],
  ['dạ mai ạ', '2024-11-05'],
  ['thứ 6 này', '2024-11-08'],
  ['thứ Sáu tuần này', '2024-11-08'],
  ['thứ 2 tuần sau', '2024-11-11'],
  ['thứ hai tuần tới', '2024-11-11'],
  ['thứ hai tới', '2024-11-11'],
  ['tuần sau thứ Năm', '2024-11-14'],
  ['t6 tuần sau', '2024-11-15'],
  ['em xin đến thứ 6 tuần sau ạ', '2024-11-15'],
  ['3 ngày nữa', '2024-11-07'],
  ['hai tuần nữa', '2024-11-18'],
  ['ngày 12', '2024-11-12'],
  ['15 tháng 11', '2024-11-15'],
  ['15/11/24', '2024-11-15'],
  ['8h30 ngày 15/11', '2024-11-15'],
  ['next Monday', '2024-11-11'],
  ['hôm qua', '2024-11-03'],
  ['thứ Sáu tuần trước', '2024-11-01'],
  ['thứ 6 vừa rồi', '2024-11-01'],
  ['01/11', '2024-11-01'],
  ['1 tháng 11', '2024-11-01'],
  ['20/01', '2025-01-20'],
])('“%s” is %s, with marks and without', (words, day) => {
  expect([dayIn(words), dayIn(foldVietnamese(words))]).toEqual([day, day]);
});

test.each([
  'T6',
  'ngày 2',
  'thứ Hai',
  'tuần sau',
  'cuối tuần này',
  'tháng này',
  'danh sách này',
  '31/02',
  '25h 12/12',
  'không phải mai',
  '15/11 hoặc 16/11',
])('“%s” is no day', (words) => {
  expect(dayIn(words)).toBeNull();
});
