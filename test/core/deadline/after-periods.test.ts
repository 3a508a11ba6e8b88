import { describe, expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import { foldVietnamese } from '../../../src/core/text/fold.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const now = dateOf('2024-11-04');

describe('a day of the month after a period', () => {
  test.each([
    'Định kỳ hằng quý trước ngày 07 của tháng tiếp theo kỳ báo cáo',
    'Trước ngày 07 của tháng liền kề sau khi kết thúc quý',
    'Trước ngày 07 của tháng kế tiếp quý báo cáo',
  ])('is one of each quarter: %s', (phrase) => {
    for (const words of [phrase, foldVietnamese(phrase)])
      expect(readDeadline(words, { now })).toMatchObject({
        rules: [{ kind: 'quarterly', day: 7, anchor: 'first_month_of_next_quarter', inclusive: false }],
        review: false,
      });
  });

  test('is in July and in January for half-years', () => {
    expect(readDeadline('Định kỳ 6 tháng, trước ngày 10 của tháng tiếp theo', { now }).rules).toMatchObject([
      { kind: 'yearly', by: '07-10', yearOffset: 0 },
      { kind: 'yearly', by: '01-10', yearOffset: 1 },
    ]);
  });

  test('is one of each month where months are said as well', () => {
    expect(
      readDeadline('Hằng tháng, hằng quý trước ngày 15 của tháng tiếp theo', { now }).rules,
    ).toMatchObject([{ kind: 'monthly', day: 15, anchor: 'next_month' }]);
  });

  test('stands beside another where two distances are said', () => {
    const phrase = 'Chậm nhất 30 ngày kể từ ngày kết thúc quý và chậm nhất 90 ngày kể từ ngày kết thúc năm';

    expect(readDeadline(phrase, { now })).toMatchObject({
      rules: [
        { amount: 30, anchor: 'quarter_end' },
        { amount: 90, anchor: 'year_end' },
      ],
      review: false,
    });
  });
});
