import { expect, test } from 'vitest';
import { readSchoolYear } from '../../../src/core/calendar/read-school-year.ts';

test('four days in their order are read, however they are joined', () => {
  const read = ['09-05', '01-17', '01-19', '05-31'];

  for (const text of ['05/9, 17/01, 19/01, 31/5', '5.9.2025 – 17.1.2026; 19.1.2026 – 31.5.2026']) {
    expect(Object.values(readSchoolYear(text) ?? {})).toEqual(read);
  }
});

test.each([
  '05/9, 17/01, 19/01',
  '05/9, 17/01, 19/01, 31/5, 30/6',
  '05/9, 19/01, 17/01, 31/5',
  '05/9, 17/01, 19/01, 31/6',
  '31/5, 05/9, 17/01, 19/01',
  'năm học',
])('“%s” is no school year', (text) => {
  expect(readSchoolYear(text)).toBeNull();
});
