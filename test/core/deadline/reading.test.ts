import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import { REVIEW_REASONS } from '../../../src/core/deadline/reading.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { secondsOfWork } from '../../support/seconds-of-work.ts';

const now = dateOf('2024-11-04');
const PIECES =
  'trước|ngày|15/6|15/12/2024|hằng năm|quý I|tháng 6|và|đến|từ|-|,|;|(|)|:|cuối|tuần 2|thứ Sáu|17h00|10 ngày làm việc|kể từ|năm sau|năm 2025|31/6|12/25/2024|theo|học kỳ I|Tết|âm lịch|2|/|.|\n'.split(
    '|',
  );

describe('readDeadline', () => {
  test('reads any text without failing and says why whenever a person is needed', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(' ')),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
    );

    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readDeadline(text, { now });

        expect(reading.review).toBe(reading.reasons.length > 0);
        expect(reading.reasons.every((reason) => REVIEW_REASONS.includes(reason))).toBe(true);
        expect(reading.rules.length + reading.reasons.length).toBeGreaterThan(0);
        expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    '1',
    '/',
    '1/',
    '1-',
    '(',
    'trước ',
    'ngày ',
    'tháng 1, ',
    'quý I và ',
    'từ ngày 1 đến ',
    'ế',
    '(sáu) ',
    '5 ngày sau ',
    '11/11/2024, ',
    '9',
  ])('reads 4,096 characters of %j in a moment', (piece) => {
    const text = piece.repeat(Math.ceil(4_096 / piece.length));
    const before = process.cpuUsage();

    const reading = readDeadline(text, { now });

    expect(secondsOfWork(before)).toBeLessThan(0.5);
    expect(reading.review).toBe(true);
  });

  test('reads the same from composed, decomposed, capital and unmarked letters', () => {
    const phrase = 'Trước ngày 20 tháng cuối quý';
    const { rules } = readDeadline(phrase, { now });

    expect(rules).toHaveLength(1);
    expect(readDeadline(phrase.normalize('NFD'), { now }).rules).toEqual(rules);
    expect(readDeadline(phrase.toUpperCase(), { now }).rules).toEqual(rules);
    expect(readDeadline('truoc ngay 20 thang cuoi quy', { now }).rules).toEqual(rules);
  });

  test('keeps what an impossible day stands nearest to as an alternative', () => {
    const reading = readDeadline('Trước ngày 29/02/2025', { now });

    expect(reading).toMatchObject({ rules: [], reasons: ['IMPOSSIBLE_DATE'] });
  });

  test.each([
    ['vào ngày 26 và 27/6/2025', '2025-06-26', '2025-06-27'],
    ['Tháng 12/2024, tháng 01/2025', '2024-12-01', '2025-01-31'],
    ['Tháng 6, 7, 8/2025', '2025-06-01', '2025-08-31'],
  ])('takes days and months in a row for one stretch: %s', (phrase, from, to) => {
    expect(readDeadline(phrase, { now }).rules).toMatchObject([{ kind: 'range', from, to }]);
  });

  test('asks whether each month of a stretch is meant', () => {
    const { reasons, alternatives } = readDeadline('Tháng 11, 12/2024', { now });

    expect(reasons).toEqual(['SEVERAL_READINGS']);
    expect(alternatives.map((rules) => rules.length)).toEqual([2]);
  });

  test.each([
    'Trước ngày 15 và 16/11/2024',
    'Tháng 6 và tháng 12/2026',
    'Tháng 11/2024 (trình), tháng 12/2024 (ban hành)',
  ])('leaves apart what is bounded, far apart or told apart: %s', (phrase) => {
    expect(readDeadline(phrase, { now }).rules).toHaveLength(2);
  });

  test.each([
    ['Trước 31/12 hằng năm, bắt đầu từ năm 2025', '2025-01-01'],
    ['Trước 31/12 hằng năm; bắt đầu từ năm 2025', '2025-01-01'],
    ['Từ năm học 2025-2026, trước 30/5 hằng năm', '2025-09-01'],
    ['Quý I hằng năm, áp dụng từ ngày 15/9/2025', '2025-09-15'],
  ])('keeps from when a day comes back: %s', (phrase, since) => {
    const reading = readDeadline(phrase, { now });

    expect(reading).toMatchObject({ rules: [{ since }], review: false });
  });

  test.each([
    ['Đến hết năm 2025, trước ngày 30/11 hằng năm', [undefined, '2025-12-31']],
    ['Hằng năm từ 2024 đến 2026, trước 15/12', ['2024-01-01', '2026-12-31']],
    ['Trước 30/11 hằng năm (giai đoạn 2024-2026)', ['2024-01-01', '2026-12-31']],
    ['Trước ngày 15/12 các năm 2024-2026', ['2024-01-01', '2026-12-31']],
    ['Trước ngày 15/12 hằng năm; đến hết năm 2026', [undefined, '2026-12-31']],
    ['Từ ngày 01/9/2024 đến ngày 31/5/2025, trước ngày 25 hằng tháng', ['2024-09-01', '2025-05-31']],
    ['Trước ngày 25 hằng tháng, kết thúc vào tháng 6/2025', [undefined, '2025-06-30']],
  ])('keeps until when a day comes back: %s', (phrase, [since, until]) => {
    const { rules, review } = readDeadline(phrase, { now });

    expect(review).toBe(false);
    expect(rules.map((rule) => ('until' in rule ? [rule.since, rule.until] : null))).toEqual([
      [since, until],
    ]);
  });

  test('does not take the years in the name of a programme for a term', () => {
    const { rules } = readDeadline('Báo cáo Chương trình giai đoạn 2021-2025 trước ngày 15/12 hằng năm', {
      now,
    });

    expect(rules).toEqual([
      { kind: 'yearly', by: '12-15', yearOffset: 0, inclusive: false, time: null, appliesTo: null },
    ]);
  });

  test.each([
    ['Trước ngày 20/11 năm 2024 và 2025', ['2024-11-20', '2025-11-20']],
    ['Trước ngày 15/12 các năm 2024, 2025, 2026', ['2024-12-15', '2025-12-15', '2026-12-15']],
    ['Trước 15/12 năm 2024, năm 2025 trước 30/11', ['2024-12-15', '2025-11-30']],
  ])('gives the years in a row behind a day one day each: %s', (phrase, days) => {
    const { rules, review } = readDeadline(phrase, { now });

    expect(review).toBe(false);
    expect(rules.map((rule) => (rule.kind === 'once' ? rule.on : rule.kind))).toEqual(days);
  });

  test.each([
    'Trước ngày 15/12 hằng năm, riêng năm 2024 trước ngày 30/11',
    'Trước ngày 15/12 hằng năm; riêng năm 2024 trước ngày 30/11',
    'Trước ngày 15/12 hằng năm (năm 2024 trước ngày 30/11)',
  ])('takes an exception for one year for a day of that year, and asks: %s', (phrase) => {
    const { rules, reasons } = readDeadline(phrase, { now });

    expect(rules).toMatchObject([
      { kind: 'yearly', by: '12-15' },
      { kind: 'once', on: '2024-11-30' },
    ]);
    expect(reasons).toEqual(['SEVERAL_READINGS']);
  });

  test.each([
    ['Trước ngày 15/12 trong giai đoạn 2024-2026', 'SEVERAL_READINGS'],
    ['Trước ngày 20/11 năm 2024 và năm 2025 các đơn vị gửi báo cáo', 'SEVERAL_READINGS'],
    ['Kịp thời, không chậm trễ', 'NOT_UNDERSTOOD'],
    ['Ngày hai ba tháng mười hai', 'PARTLY_UNDERSTOOD'],
    ['Trước 10 ngày cuối tháng 12/2024', 'PARTLY_UNDERSTOOD'],
    ['Trước ngày 15/12 (cách năm)', 'PARTLY_UNDERSTOOD'],
  ])('asks about %s', (phrase, reason) => {
    expect(readDeadline(phrase, { now }).reasons).toContain(reason);
  });

  test.each([
    ['30 ngày kể từ ngày kết thúc quý I/2025', { kind: 'once', on: dateOf('2025-04-30') }],
    [
      'chậm nhất 45 ngày kể từ ngày kết thúc 6 tháng đầu năm',
      { kind: 'relative', amount: 45, anchor: 'kết thúc 6 tháng đầu năm' },
    ],
  ])('counts from the end of what is named: %s', (phrase, rule) => {
    expect(readDeadline(phrase, { now }).rules).toMatchObject([rule]);
  });

  test.each([
    'Trước ngày 05/11/2025 đối với đơn vị thành viên; trước ngày 20/11/2025 đối với Khối',
    'Các đơn vị: trước 05/11/2025; Cụm: trước 20/11/2025',
  ])('asks whose each day is where two are told apart that each mean everybody: %s', (phrase) => {
    expect(readDeadline(phrase, { now }).reasons).toEqual(['SEVERAL_READINGS']);
    expect(readDeadline(phrase.slice(0, phrase.indexOf(';')), { now }).reasons).toEqual([]);
  });

  test('counts the hours of the afternoon from noon, in English too', () => {
    for (const phrase of ['5 giờ chiều ngày 15/3/2025', '5:00 PM ngày 15/3/2025'])
      expect(readDeadline(phrase, { now }).rules).toMatchObject([{ on: '2025-03-15', time: '17:00' }]);
  });

  test.each(['2025-03-15 00:00:00', '2025-03-15T00:00:00.000Z'])(
    'midnight after a day of a program is no hour: %s',
    (phrase) => {
      expect(readDeadline(phrase, { now })).toMatchObject({
        rules: [{ kind: 'once', on: '2025-03-15', time: null }],
        review: false,
      });
      expect(readDeadline('2025-03-15 17:00', { now }).rules).toMatchObject([{ time: '17:00' }]);
    },
  );

  test('a week is read from its Monday', () => {
    expect(readDeadline('Tuần thứ ba tháng 5/2025', { now }).rules).toMatchObject([
      { kind: 'range', from: '2025-05-19', to: '2025-05-25' },
    ]);
  });

  describe('without a year', () => {
    const phrase = 'trước ngày 15-6';
    const once = (on: string) => ({
      kind: 'once',
      on: dateOf(on),
      inclusive: false,
      time: null,
      appliesTo: null,
    });

    test('takes the next such day', () => {
      expect(readDeadline(phrase, { now })).toMatchObject({ rules: [once('2025-06-15')], review: false });
    });

    test('takes the year of a plan of one year', () => {
      expect(readDeadline(phrase, { now, planYear: 2024 }).rules).toEqual([once('2024-06-15')]);
    });

    test('asks where the plan spans several years', () => {
      const period = { from: dateOf('2021-01-01'), to: dateOf('2025-12-31') };

      expect(readDeadline(phrase, { now, period }).reasons).toEqual(['YEAR_MISSING']);
    });
  });
});
