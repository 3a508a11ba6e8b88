import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hungKingsDayOf, lunarOf, solarOf, tetOf } from '../../../src/core/calendar/lunar.ts';
import { addDays, dateOf } from '../../../src/core/time/local-date.ts';

describe('the Vietnamese lunar calendar', () => {
  test.each([
    [1985, '1985-01-21'],
    [2007, '2007-02-17'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2030, '2030-02-02'],
  ])('Tết %i, by UTC+7, where it differs from the Chinese day too', (year, day) => {
    expect(tetOf(year)).toBe(day);
  });

  test.each([
    [2024, '2024-04-18'],
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
    [2028, '2028-04-04'],
  ])('Giỗ Tổ %i', (year, day) => {
    expect(hungKingsDayOf(year)).toBe(day);
  });

  test.each([
    ['2023-03-22', 2],
    ['2025-07-25', 6],
  ])('%s begins a leap month', (day, month) => {
    expect(lunarOf(dateOf(day))).toMatchObject({ month, day: 1, leap: true });
  });

  test('turns an ordinary lunar day back into the day it came from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000 }), (offset) => {
        const day = addDays(dateOf('1900-02-01'), offset);
        const lunar = lunarOf(day);

        expect(lunar.leap || solarOf(lunar.year, lunar.month, lunar.day) === day).toBe(true);
        expect(lunar.day >= 1 && lunar.day <= 30 && lunar.month >= 1 && lunar.month <= 12).toBe(true);
      }),
    );
  });

  test('begins a month no later than its mean new moon says', () => {
    expect(lunarOf(dateOf('2054-05-07'))).toMatchObject({ month: 3, day: 30 });
    expect(lunarOf(dateOf('2062-04-09'))).toMatchObject({ month: 2, day: 30 });
  });

  test('counts days one by one within a month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (offset) => {
        const day = addDays(dateOf('1950-01-01'), offset);
        const [today, tomorrow] = [lunarOf(day), lunarOf(addDays(day, 1))];

        expect(tomorrow.day === today.day + 1 || (tomorrow.day === 1 && today.day >= 29)).toBe(true);
      }),
    );
  });
});
