import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultWorkCalendar } from '../../../src/core/calendar/public-holidays.ts';
import { DEFAULT_SCHOOL_CALENDAR } from '../../../src/core/calendar/school-calendar.ts';
import { nextNamedOn, type OccurrenceBounds, occurrences } from '../../../src/core/deadline/occurrence.ts';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import type { DeadlineRule } from '../../../src/core/deadline/rule.ts';
import { addDays, dateOf, dayOf, daysBetween, monthOf } from '../../../src/core/time/local-date.ts';
import { datedRules } from './arbitrary-rule.ts';

const bounds: OccurrenceBounds = {
  period: null,
  notBefore: null,
  strictness: 'lenient',
  work: defaultWorkCalendar(),
  school: DEFAULT_SCHOOL_CALENDAR,
  cycle: 'calendar_year',
};
const days = fc.integer({ min: 0, max: 2_500 }).map((offset) => addDays(dateOf('2023-06-15'), offset));
const windows = fc
  .tuple(days, fc.integer({ min: 0, max: 1_200 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));
const read = (phrase: string): DeadlineRule => {
  const [rule] = readDeadline(phrase, { now: dateOf('2024-11-04') }).rules;
  if (rule === undefined) throw new Error(`not a deadline: ${phrase}`);
  return rule;
};
const named = (rule: DeadlineRule, from: string, to: string, more: Partial<OccurrenceBounds> = {}) =>
  occurrences(rule, { from: dateOf(from), to: dateOf(to) }, { ...bounds, ...more }).map(
    ({ periodKey, namedOn }) => `${periodKey} ${namedOn}`,
  );

describe('occurrences of any rule', () => {
  test('rise strictly, lie in the window and never share a cycle', () => {
    fc.assert(
      fc.property(datedRules, windows, (rule, window) => {
        const found = occurrences(rule, window, bounds);

        const named = found.map(({ namedOn }) => namedOn);
        expect(named).toEqual([...new Set(named)].sort());
        expect(named.every((day) => day >= window.from && day <= window.to)).toBe(true);
        expect(new Set(found.map(({ periodKey }) => periodKey)).size).toBe(found.length);
      }),
    );
  });

  test('do not depend on where the window starts or ends', () => {
    fc.assert(
      fc.property(datedRules, windows, fc.integer({ min: 0, max: 1_200 }), (rule, { from, to }, more) => {
        const early = occurrences(rule, { from, to }, bounds);
        const late = occurrences(rule, { from: addDays(to, 1), to: addDays(to, more) }, bounds);

        expect([...early, ...late]).toEqual(occurrences(rule, { from, to: addDays(to, more) }, bounds));
      }),
    );
  });

  test('begin with the next one', () => {
    fc.assert(
      fc.property(datedRules, days, (rule, from) => {
        const [first] = occurrences(rule, { from, to: addDays(from, 366) }, bounds);

        expect(first === undefined || nextNamedOn(rule, from, bounds) === first.namedOn).toBe(true);
      }),
    );
  });

  test('are due no later than named and overdue only after it', () => {
    fc.assert(
      fc.property(
        datedRules,
        windows,
        fc.constantFrom('lenient' as const, 'strict' as const),
        (rule, window, strictness) => {
          for (const { dueOn, namedOn, overdueFrom } of occurrences(rule, window, {
            ...bounds,
            strictness,
          })) {
            expect(daysBetween(dueOn, namedOn)).toBeLessThanOrEqual(1);
            expect(dueOn < overdueFrom && overdueFrom <= addDays(namedOn, 1)).toBe(true);
          }
        },
      ),
    );
  });

  test('fall on the day that the rule says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        windows,
        (month, day, window) => {
          const rule = read(`trước ngày ${day}/${month} hằng năm`);

          for (const { namedOn } of occurrences(rule, window, bounds))
            expect([monthOf(namedOn), dayOf(namedOn)]).toEqual([month, day]);
        },
      ),
    );
  });
});

describe('occurrences', () => {
  test('of the pact, the interim and the final review of schools lie in one school year', () => {
    const rules = ['10', '01', '5'].map((month) =>
      read(`Trước 30/${month} hằng năm (các Cụm thi đua trường học)`),
    );

    const cycle = rules.flatMap((rule) => named(rule, '2024-09-01', '2025-08-31'));

    expect(cycle).toEqual(['2024-2025 2024-10-30', '2024-2025 2025-01-30', '2024-2025 2025-05-30']);
  });

  test('are never named before the plan and end with its period', () => {
    const plan = {
      notBefore: dateOf('2021-01-22'),
      period: { from: dateOf('2021-01-01'), to: dateOf('2025-12-31') },
    };

    const days = named(read('Trước ngày 15/01 hằng năm'), '2020-01-01', '2030-12-31', plan);

    expect(days).toEqual(['2022 2022-01-15', '2023 2023-01-15', '2024 2024-01-15', '2025 2025-01-15']);
  });

  test('of a report after the year belong to the year reported on, the plan’s last one too', () => {
    const plan = { period: { from: dateOf('2024-01-01'), to: dateOf('2025-12-31') } };

    const days = named(
      read('Trước ngày 31 tháng 01 của năm tiếp theo năm báo cáo'),
      '2024-01-01',
      '2030-12-31',
      plan,
    );

    expect(days).toEqual(['2024 2025-01-31', '2025 2026-01-31']);
  });

  test.each([
    ['Trước ngày 28/02 hằng năm', ['2023 2023-02-28', '2024 2024-02-28']],
    ['trước ngày 29/2 hằng năm', ['2023 2023-02-28', '2024 2024-02-29']],
    ['Trong tháng 02 hằng năm', ['2023-02 2023-02-28', '2024-02 2024-02-29']],
    [
      'Quý I, Quý II hàng năm',
      ['2023-Q1 2023-03-31', '2023-Q2 2023-06-30', '2024-Q1 2024-03-31', '2024-Q2 2024-06-30'],
    ],
    [
      '2 lần/năm: trước ngày 15/6 và trước ngày 15/12',
      ['2023-H1 2023-06-15', '2023-H2 2023-12-15', '2024-H1 2024-06-15', '2024-H2 2024-12-15'],
    ],
    ['trước ngày 10/3 âm lịch hằng năm', ['2023 2023-04-29', '2024 2024-04-18']],
    ['Kết thúc học kỳ I', ['2022-2023 2023-01-18', '2023-2024 2024-01-18']],
    ['Trước 30/11/2024', ['once 2024-11-30']],
    ['Hằng năm', []],
    ['Theo kế hoạch của Thành phố', []],
  ])('%s in 2023 and 2024', (phrase, expected) => {
    expect(named(read(phrase), '2023-01-01', '2024-12-31')).toEqual(expected);
  });

  test.each([
    ['chậm nhất ngày 15 tháng đầu quý tiếp theo', ['2023-Q4 2024-01-15', '2024-Q1 2024-04-15']],
    [
      'Chậm nhất đến ngày 15 của tháng tiếp theo',
      ['2023-12 2024-01-15', '2024-01 2024-02-15', '2024-02 2024-03-15', '2024-03 2024-04-15'],
    ],
    [
      'trước ngày 31 hằng tháng',
      ['2024-01 2024-01-31', '2024-02 2024-02-29', '2024-03 2024-03-31', '2024-04 2024-04-30'],
    ],
    [
      'Ngày làm việc cuối cùng của tháng',
      ['2024-01 2024-01-31', '2024-02 2024-02-29', '2024-03 2024-03-29', '2024-04 2024-04-26'],
    ],
    [
      'Thứ Sáu cuối cùng của tháng',
      ['2024-01 2024-01-26', '2024-02 2024-02-23', '2024-03 2024-03-29', '2024-04 2024-04-26'],
    ],
    [
      'thứ Hai đầu tiên hằng tháng',
      ['2024-01 2024-01-01', '2024-02 2024-02-05', '2024-03 2024-03-04', '2024-04 2024-04-01'],
    ],
    ['thứ Tư cuối cùng của quý', ['2024-Q1 2024-03-27']],
    ['Ngày làm việc đầu tiên của quý', ['2024-Q1 2024-01-02', '2024-Q2 2024-04-01']],
    ['Ngày làm việc cuối cùng của tháng 3 hằng năm', ['2024-03 2024-03-29']],
    ['Ngày làm việc cuối cùng của tháng 3/2025', []],
    ['Ngày làm việc cuối cùng của quý I/2024', ['2024-03 2024-03-29']],
    ['Thứ Sáu tuần cuối tháng 1 và tháng 4 hằng năm', ['2024-01 2024-01-26', '2024-04 2024-04-26']],
    ['từ ngày 20 đến ngày 25 tháng cuối quý', ['2024-Q1 2024-03-25']],
    ['trước ngày 20 tháng cuối quý, bắt đầu từ quý II/2024', []],
    ['Trước ngày 25 hằng tháng, thực hiện từ tháng 3/2024', ['2024-03 2024-03-25', '2024-04 2024-04-25']],
    ['Tuần thứ nhất của tháng 01 hằng năm', ['2024-01 2024-01-07']],
    ['trong vòng 20 ngày kể từ ngày kết thúc quý', ['2023-Q4 2024-01-20', '2024-Q1 2024-04-20']],
    ['từ ngày 25/12 đến hết ngày 05/01 hằng năm', ['2023 2024-01-05']],
  ])('%s from January to April 2024', (phrase, expected) => {
    expect(named(read(phrase), '2024-01-01', '2024-04-30')).toEqual(expected);
  });

  test('of a weekly rule are named by ISO week', () => {
    const fridays = named(read('Chậm nhất 17 giờ 00 thứ Sáu hằng tuần'), '2024-12-20', '2025-01-10');

    expect(fridays).toEqual([
      '2024-W51 2024-12-20',
      '2024-W52 2024-12-27',
      '2025-W01 2025-01-03',
      '2025-W02 2025-01-10',
    ]);
  });

  test('of other clusters follow the school year where the organisation says so', () => {
    expect(named(read('Trước 30/10 hằng năm'), '2024-09-01', '2025-08-31', { cycle: 'school_year' })).toEqual(
      ['2024-2025 2024-10-30'],
    );
  });
});

test('a window that ends before it starts holds nothing', () => {
  const window = { from: dateOf('2025-01-02'), to: dateOf('2025-01-01') };

  expect(occurrences(read('Trước 01/01/2025'), window, bounds)).toEqual([]);
});

test.each([
  ['Kết thúc năm học 2027-2028', {}, '2028-05-31'],
  ['Trước ngày 20/12 âm lịch hằng năm', { notBefore: dateOf('2026-03-03') }, '2027-01-27'],
  [
    'Trước ngày 30/3 hằng năm',
    { period: { from: dateOf('2028-01-01'), to: dateOf('2030-12-31') } },
    '2028-03-30',
  ],
])('the first of a plan that begins years ahead is found: %s', (phrase, more, first) => {
  expect(nextNamedOn(read(phrase), dateOf('2024-11-04'), { ...bounds, ...more })).toBe(first);
});
