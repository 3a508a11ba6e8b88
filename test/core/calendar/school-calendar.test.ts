import { describe, expect, test } from 'vitest';
import {
  isSchoolQuiet,
  schoolDay,
  schoolYearKey,
  schoolYearOf,
} from '../../../src/core/calendar/school-calendar.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

describe('the school year', () => {
  test.each([
    ['2024-09-01', 2024],
    ['2025-01-30', 2024],
    ['2025-05-30', 2024],
    ['2025-08-15', 2024],
    ['2025-09-05', 2025],
  ])('%s belongs to the year that began in %i', (day, year) => {
    expect(schoolYearOf(dateOf(day))).toBe(year);
  });

  test('is named by both of its years', () => {
    expect(schoolYearKey(2024)).toBe('2024-2025');
  });

  test('has its autumn in the first of them and its spring in the second', () => {
    expect(schoolDay(2024, '09-05')).toBe('2024-09-05');
    expect(schoolDay(2024, '01-18')).toBe('2025-01-18');
    expect(schoolDay(2024, '02-29')).toBe('2025-02-28');
  });

  test('is quiet from day to day of the summer', () => {
    const quiet = { from: '06-05', to: '07-31' };
    expect(
      ['2025-06-04', '2025-06-05', '2025-07-31', '2025-08-01'].map((day) =>
        isSchoolQuiet(dateOf(day), quiet),
      ),
    ).toEqual([false, true, true, false]);
  });
});
