import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import { REVIEW_REASONS } from '../../../src/core/deadline/reading.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

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
    const started = performance.now();

    const reading = readDeadline(text, { now });

    expect(performance.now() - started).toBeLessThan(500);
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
