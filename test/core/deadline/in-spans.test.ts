import { describe, expect, test } from 'vitest';
import { answerDeadline } from '../../../src/core/deadline/next.ts';
import { foldVietnamese } from '../../../src/core/text/fold.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const NOW = dateOf('2024-11-04');

describe('days that come back in some months alone', () => {
  test.each([
    ['Hai tháng cuối năm, mỗi tháng trước ngày 20', [11, 12], '2024-11-20'],
    ['Ba tháng đầu năm, mỗi tháng trước ngày 25', [1, 2, 3], '2025-01-25'],
    ['6 tháng cuối năm, hằng tháng báo cáo trước ngày 25', [7, 8, 9, 10, 11, 12], '2024-11-25'],
    ['Quý IV, mỗi tháng báo cáo trước ngày 20', [10, 11, 12], '2024-11-20'],
    ['Tháng 11, 12 mỗi tháng nộp trước ngày 20', [11, 12], '2024-11-20'],
    ['Từ tháng 3 đến tháng 10, ngày 25 mỗi tháng', [3, 4, 5, 6, 7, 8, 9, 10], '2025-03-25'],
    ['Từ tháng 11 đến tháng 1, mỗi tháng trước ngày 20', [1, 11, 12], '2024-11-20'],
  ])('are those of every year: %s', (phrase, months, nextOn) => {
    for (const words of [phrase, foldVietnamese(phrase)])
      expect(answerDeadline(words, NOW)).toMatchObject({ rules: [{ months }], nextOn, review: false });
  });

  test.each([
    ['Trong quý IV/2024, hằng tháng trước ngày 20', '2024-10-01', '2024-12-31'],
    ['Trong tháng cao điểm 11/2024, báo cáo hằng tuần vào thứ Sáu', '2024-11-01', '2024-11-30'],
    ['Cao điểm từ 15/11/2024 đến 31/12/2024, báo cáo thứ Năm hằng tuần', '2024-11-15', '2024-12-31'],
    ['Cao điểm 01/12/2024 - 31/01/2025: báo cáo hằng tuần thứ Sáu', '2024-12-01', '2025-01-31'],
  ])('of a span with its year lie in it: %s', (phrase, since, until) => {
    expect(answerDeadline(phrase, NOW)).toMatchObject({ rules: [{ since, until }], review: false });
  });

  test('"hai tháng cuối năm" alone is due on the last day', () => {
    expect(answerDeadline('Hai tháng cuối năm 2025', NOW)).toMatchObject({
      nextOn: '2025-12-31',
      review: false,
    });
  });
});
