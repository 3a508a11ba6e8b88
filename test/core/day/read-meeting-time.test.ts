import { expect, test } from 'vitest';
import { readMeetingTime } from '../../../src/core/day/read-meeting-time.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const TODAY = dateOf('2024-11-04');

test.each([
  ['8h30 12/12', '2024-12-12', 510],
  ['10h 12/12', '2024-12-12', 600],
  ['10h12/12', '2024-12-12', 600],
  ['8 giờ 30 12/12', '2024-12-12', 510],
  ['14:00 ngày 05/01/2025', '2025-01-05', 840],
  ['2h chiều 12/12', '2024-12-12', 840],
  ['2h chieu 12/12', '2024-12-12', 840],
  ['12/12 lúc 9h', '2024-12-12', 540],
  ['01/03', '2025-03-01', null],
  ['8h30 sáng mai', '2024-11-05', 510],
  ['14h thứ Năm', '2024-11-07', 840],
  ['thứ 6 tuần sau', '2024-11-15', null],
])('%s', (text, on, minute) => {
  expect(readMeetingTime(text, TODAY)).toEqual({ on, minute });
});

test.each(['tuần sau', '31/02', '25h 12/12', '12/12/2020'])('no day: %s', (text) => {
  expect(readMeetingTime(text, TODAY)).toBeNull();
});
