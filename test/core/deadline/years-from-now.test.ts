import { describe, expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import { foldVietnamese } from '../../../src/core/text/fold.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const now = dateOf('2024-11-04');

describe('years counted from the one it is', () => {
  const phrases = [
    ['Năm nay 15/11, sang năm 10/11', ['2024-11-15', '2025-11-10']],
    ['Năm nay: trước 15/11; sang năm: trước 10/11', ['2024-11-15', '2025-11-10']],
    ['Năm nay trước ngày 20/12, năm sau trước ngày 10/12', ['2024-12-20', '2025-12-10']],
    ['Trước ngày 15/11 năm nay, trước ngày 10/11 sang năm', ['2024-11-15', '2025-11-10']],
    ['Đăng ký trước 15/12 năm nay, tổng kết trước 30/11 năm sau', ['2024-12-15', '2025-11-30']],
    ['Trước 15/10 năm nay', ['2024-10-15']],
    ['Chậm nhất 31/3 sang năm', ['2025-03-31']],
    ['Rà soát từ nay đến hết năm nay', ['2024-12-31']],
    ['Quý IV năm nay và quý I sang năm', ['2024-12-31', '2025-03-31']],
    ['Chuyển sang năm 2026', ['2026-12-31']],
  ] as const;

  test.each(phrases)('%s', (phrase, days) => {
    for (const words of [phrase, foldVietnamese(phrase)]) {
      const { rules, review } = readDeadline(words, { now });

      expect(rules.map((rule) => ('on' in rule ? rule.on : 'to' in rule ? rule.to : rule.kind))).toEqual(
        days,
      );
      expect(review).toBe(false);
    }
  });

  test('are those of the plan, and of a plan of several years a person decides', () => {
    const phrase = 'Năm nay trước 15/11, sang năm trước 10/11';
    const ofOne = readDeadline(phrase, { now, planYear: 2026 });
    const period = { from: dateOf('2024-01-01'), to: dateOf('2027-12-31') };

    expect(ofOne.rules).toMatchObject([{ on: '2026-11-15' }, { on: '2027-11-10' }]);
    expect(readDeadline(phrase, { now, period }).review).toBe(true);
  });

  test('leave "năm sau" by itself to the year that is reported on', () => {
    expect(readDeadline('Trước 15/3 năm sau', { now }).rules).toMatchObject([
      { kind: 'yearly', yearOffset: 1 },
    ]);
  });
});
