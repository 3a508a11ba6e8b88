import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultWorkCalendar, holidaysOf } from '../../../src/core/calendar/public-holidays.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
} from '../../../src/core/calendar/work-calendar.ts';
import { addDays, dateOf, weekdayOf } from '../../../src/core/time/local-date.ts';

const calendar = defaultWorkCalendar();
const days = fc.integer({ min: 0, max: 2_500 }).map((offset) => addDays(dateOf('2024-01-01'), offset));

describe('the default work calendar', () => {
  test.each([
    ['2024-02-14', false, 'Tết 2024'],
    ['2024-04-29', false, 'swapped'],
    ['2024-05-04', true, 'a Saturday made up'],
    ['2025-01-30', false, 'Tết 2025'],
    ['2025-04-26', true, 'a Saturday made up'],
    ['2026-01-02', false, 'swapped'],
    ['2026-02-20', false, 'Tết 2026'],
    ['2026-04-27', false, 'compensates Giỗ Tổ on a Sunday'],
    ['2026-08-22', true, 'a Saturday made up'],
    ['2026-08-31', false, 'swapped'],
    ['2026-11-24', false, 'the Day of Vietnamese Culture'],
    ['2025-11-24', true, 'before that day was a holiday'],
    ['2027-05-03', false, 'compensates 1 May on a Saturday'],
    ['2024-11-04', true, 'an ordinary Monday'],
    ['2024-11-03', false, 'a Sunday'],
  ])('%s: %s (%s)', (day, working) => {
    expect(isWorkingDay(calendar, dateOf(day))).toBe(working);
  });

  test.each([2024, 2025, 2026, 2027, 2028, 2029, 2030])('%i has its holidays on weekdays, rising', (year) => {
    const holidays = holidaysOf(year);

    expect(holidays.length).toBeGreaterThanOrEqual(10);
    expect(holidays.every((day) => weekdayOf(day) <= 5)).toBe(true);
    expect([...new Set(holidays)].sort()).toEqual(holidays);
  });

  test.each([
    [2027, '01-01 02-05 02-08 02-09 02-10 02-11 04-16 04-30 05-03 09-02 09-03 11-24'],
    [2028, '01-03 01-25 01-26 01-27 01-28 01-31 04-04 05-01 05-02 09-01 09-04 11-24'],
    [2029, '01-01 02-12 02-13 02-14 02-15 02-16 04-23 04-30 05-01 09-03 09-04 11-26'],
    [2030, '01-01 02-01 02-04 02-05 02-06 02-07 04-12 04-30 05-01 09-02 09-03 11-25'],
  ])('%i, whose notice is not known, has the law’s days and their compensation', (year, off) => {
    expect(
      holidaysOf(year)
        .map((day) => day.slice(5))
        .join(' '),
    ).toBe(off);
  });

  test('the second day of Tết 2025 has its working days on both sides of the closure', () => {
    expect(previousWorkingDay(calendar, dateOf('2025-01-30'))).toBe('2025-01-24');
    expect(nextWorkingDay(calendar, dateOf('2025-01-30'))).toBe('2025-02-03');
  });

  test('the nearest working days work and enclose the day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [before, after] = [previousWorkingDay(calendar, day), nextWorkingDay(calendar, day)];

        expect(before <= day && day <= after).toBe(true);
        expect(isWorkingDay(calendar, before) && isWorkingDay(calendar, after)).toBe(true);
        expect(isWorkingDay(calendar, day)).toBe(before === day && after === day);
      }),
    );
  });

  test('going forward and back again by working days ends where it began', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const start = nextWorkingDay(calendar, day);

        expect(addWorkingDays(calendar, addWorkingDays(calendar, start, count), -count)).toBe(start);
        expect(addWorkingDays(calendar, start, 0)).toBe(start);
      }),
    );
  });

  test('a calendar without a working day is a fault of its data', () => {
    const never = {
      ...calendar,
      holidays: new Set(Array.from({ length: 1_000 }, (_, offset) => addDays(dateOf('2024-01-01'), offset))),
      extraWorkdays: new Set<never>(),
    };

    expect(() => nextWorkingDay(never, dateOf('2024-02-01'))).toThrow(RangeError);
  });
});
