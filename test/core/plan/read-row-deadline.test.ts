import { describe, expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import { readingContext } from '../../../src/core/plan/read-row-deadline.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

describe('days without a year in the plan of a school year', () => {
  const context = readingContext(
    { period: { from: 2024, to: 2025 }, title: 'Kế hoạch thi đua năm học 2024-2025' },
    dateOf('2024-09-10'),
  );

  test.each([
    ['Trong tháng 10', '2024-10-31'],
    ['Tháng 4', '2025-04-30'],
    ['Trước ngày 30/5', '2025-05-30'],
    ['Quý I', '2025-03-31'],
    ['Từ ngày 15/12 đến ngày 10/01', '2025-01-10'],
  ])('are of the year of their month: %s', (words, last) => {
    const { rules, reasons } = readDeadline(words, context);

    expect(rules).toMatchObject([words.startsWith('Trước') ? { on: last } : { to: last }]);
    expect(reasons).not.toContain('YEAR_MISSING');
  });

  test('are put before a person in its summer, which may be the one before', () => {
    expect(readDeadline('Trước ngày 15/8', context).reasons).toEqual(['YEAR_MISSING']);
  });

  test('of a plan of any other two years are put before a person', () => {
    const other = readingContext(
      { period: { from: 2024, to: 2025 }, title: 'Kế hoạch giai đoạn 2024-2025' },
      dateOf('2024-09-10'),
    );

    expect(readDeadline('Trong tháng 10', other).reasons).toContain('YEAR_MISSING');
  });
});
