import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  daysInMonth,
  localDate,
  mondayOf,
  parseLocalDate,
  weekdayOf,
} from '../../../src/core/time/local-date.ts';

const day = fc
  .date({ min: new Date('1600-01-01T00:00:00Z'), max: new Date('2400-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => dateOf(date.toISOString().slice(0, 10)));

test('days, months and weekdays are those of the standard calendar', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: -40_000, max: 40_000 }),
      fc.integer({ min: -500, max: 500 }),
      (on, days, months) => {
        const plain = Temporal.PlainDate.from(on);
        expect(addDays(on, days)).toBe(plain.add({ days }).toString());
        expect(addMonths(on, months)).toBe(plain.add({ months }).toString());
        expect(weekdayOf(on)).toBe(plain.dayOfWeek);
        expect(daysInMonth(plain.year, plain.month)).toBe(plain.daysInMonth);
        expect(daysBetween(on, addDays(on, days))).toBe(days);
        expect(weekdayOf(mondayOf(on))).toBe(1);
      },
    ),
  );
});

test('a day that no calendar has is none', () => {
  expect(localDate(2023, 2, 29)).toBeNull();
  expect(localDate(2024, 2, 29)).toBe('2024-02-29');
  expect(localDate(2024, 6, 31)).toBeNull();
  expect(localDate(2024, 13, 1)).toBeNull();
  expect(parseLocalDate('2024-6-1')).toBeNull();
  expect(parseLocalDate('2100-02-29')).toBeNull();
});
