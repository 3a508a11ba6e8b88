import { expect, test } from 'vitest';
import { readDays } from '../../../src/core/calendar/read-days.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const today = dateOf('2026-02-01');

test.each([
  ['22/08/2026', '2026-08-22', '2026-08-22'],
  ['từ ngày 14/02/2026 đến hết ngày 22/02/2026', '2026-02-14', '2026-02-22'],
  ['29/8 – 02/09/2026', '2026-08-29', '2026-09-02'],
  ['29.8-2.9.2026', '2026-08-29', '2026-09-02'],
  ['24/11', '2026-11-24', '2026-11-24'],
  ['nghi 5/12', '2026-12-05', '2026-12-05'],
  ['Nghỉ lễ từ ngày 30/4 đến hết ngày 01/05', '2026-04-30', '2026-05-01'],
  ['lam bu 7/11', '2026-11-07', '2026-11-07'],
  ['05/01', '2027-01-05', '2027-01-05'],
])('%s', (text, from, to) => {
  expect(readDays(text, today)).toEqual({ from, to });
});

test.each([
  '',
  'ngày mai',
  '31/02/2026',
  '22/02/2026 – 14/02/2026',
  '01/01/2026 – 31/12/2026',
  '1/1, 2/1, 3/1',
  '14/02 họp',
])('%s is no day nor span', (text) => {
  expect(readDays(text, today)).toBeNull();
});
