import * as fc from 'fast-check';
import { monthDay } from '../../../src/core/deadline/atoms/span.ts';
import type {
  AppliesTo,
  Cycle,
  DatedRule,
  DeadlineRule,
  MonthDay,
  RelativeRule,
  StandingRule,
} from '../../../src/core/deadline/rule.ts';
import { addDays, dateOf, type Weekday } from '../../../src/core/time/local-date.ts';

const appliesTo: fc.Arbitrary<AppliesTo> = fc.constantFrom(
  null,
  'school',
  'administrative',
  'phường',
  'THCS',
);
const time = fc.constantFrom(null, '08:00', '17:00', '16:30');
const traits = fc.record({ inclusive: fc.boolean(), time, appliesTo });
const whole = fc.record({ inclusive: fc.constant(true), time: fc.constant(null), appliesTo });
const since = fc.oneof(
  { arbitrary: fc.constant({}), weight: 3 },
  fc.constantFrom('2024-01-01', '2025-01-01', '2025-09-15').map((from) => ({ since: dateOf(from) })),
);
const until = fc.oneof(
  { arbitrary: fc.constant({}), weight: 3 },
  fc.constantFrom('2026-12-31', '2027-05-31').map((to) => ({ until: dateOf(to) })),
);
const within = <T>(common: fc.Arbitrary<T>) =>
  fc.tuple(common, since, until).map(([one, from, to]) => ({ ...one, ...from, ...to }));
const recurring = within(traits);
const wholes = within(whole);
const day = fc.integer({ min: 0, max: 4_000 }).map((offset) => addDays(dateOf('2021-01-01'), offset));
const by = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, inMonth]) => monthDay(month, inMonth));
const fixedDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const));
const weekdayInMonth = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }).map((weekday) => weekday as Weekday),
  nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const),
});
const floatingDay = fc.oneof(
  fc.constantFrom('first_working_day' as const, 'last_working_day' as const),
  weekdayInMonth,
);
const anyDayInMonth = fc.oneof(fixedDay, floatingDay);
const some = (values: readonly number[]) => fc.subarray([...values], { minLength: 1 });
const monthAnchor = fc.constantFrom('same_month' as const, 'next_month' as const);

/** Rules as the reader makes them: every kind that has days. */
export const datedRules: fc.Arbitrary<DatedRule | RelativeRule> = fc.oneof(
  fc.tuple(traits, day).map(([common, on]): DatedRule => ({ kind: 'once', on, ...common })),
  fc.tuple(traits, day, fc.integer({ min: 1, max: 700 }), fc.boolean()).map(
    ([common, from, length, open]): DatedRule => ({
      kind: 'range',
      from: open ? null : from,
      to: addDays(from, length),
      ...common,
    }),
  ),
  fc.tuple(whole, fc.constantFrom(2024, 2025), fc.integer({ min: 1, max: 12 })).map(
    ([common, year, month]): DatedRule => ({
      kind: 'range',
      from: dateOf(`${year}-${pad(month)}-01`),
      to: addDays(dateOf(month === 12 ? `${year + 1}-01-01` : `${year}-${pad(month + 1)}-01`), -1),
      ...common,
    }),
  ),
  fc
    .tuple(recurring, by, fc.constantFrom(0 as const, 1 as const))
    .map(([common, named, yearOffset]): DatedRule => ({ kind: 'yearly', by: named, yearOffset, ...common })),
  fc
    .tuple(recurring, by, by)
    .map(([common, from, to]): DatedRule => ({ kind: 'yearly_range', from, to, ...common })),
  fc
    .tuple(wholes, some([1, 2, 3, 6, 9, 11, 12]))
    .map(([common, months]): DatedRule => ({ kind: 'yearly_month', months, ...common })),
  fc
    .tuple(wholes, some([1, 2, 3, 4]))
    .map(([common, quarters]): DatedRule => ({ kind: 'yearly_quarter', quarters, ...common })),
  fc.tuple(recurring, fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 })).map(
    ([common, one, other]): DatedRule => ({
      kind: 'half_yearly',
      by: [`06-${pad(one)}` as MonthDay, `12-${pad(other)}` as MonthDay],
      ...common,
    }),
  ),
  fc
    .tuple(
      recurring,
      anyDayInMonth,
      fc.constantFrom(
        'first_month_of_quarter' as const,
        'second_month_of_quarter' as const,
        'last_month_of_quarter' as const,
        'first_month_of_next_quarter' as const,
      ),
    )
    .map(([common, named, anchor]): DatedRule => ({ kind: 'quarterly', day: named, anchor, ...common })),
  fc.tuple(recurring, anyDayInMonth, monthAnchor).map(
    ([common, named, anchor]): DatedRule => ({
      kind: 'monthly',
      day: named,
      fromDay: null,
      anchor,
      ...common,
    }),
  ),
  fc.tuple(recurring, floatingDay, some([1, 6, 12])).map(
    ([common, named, months]): DatedRule => ({
      kind: 'monthly',
      day: named,
      fromDay: null,
      anchor: 'same_month',
      months,
      ...common,
    }),
  ),
  fc.tuple(traits, fc.constantFrom('first_working_day' as const, 'last_working_day' as const)).map(
    ([common, named]): DatedRule => ({
      kind: 'monthly',
      day: named,
      fromDay: null,
      anchor: 'same_month',
      months: [2],
      since: dateOf('2028-02-01'),
      until: dateOf('2028-02-29'),
      ...common,
    }),
  ),
  fc.tuple(recurring, fc.integer({ min: 1, max: 14 }), fc.integer({ min: 15, max: 31 }), monthAnchor).map(
    ([common, fromDay, last, anchor]): DatedRule => ({
      kind: 'monthly',
      day: last,
      fromDay,
      anchor,
      ...common,
    }),
  ),
  fc
    .tuple(
      wholes,
      fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const),
      fc.oneof(fc.constant(null), some([1, 6, 12])),
    )
    .map(
      ([common, week, months]): DatedRule => ({
        kind: 'week_of_month',
        week,
        months,
        anchor: 'same_month',
        ...common,
      }),
    ),
  fc
    .tuple(recurring, fc.integer({ min: 1, max: 7 }))
    .map(([common, weekday]): DatedRule => ({ kind: 'weekly', weekday: weekday as Weekday, ...common })),
  // A day from which lunar days count is none of the lunar calendar, nor said as such.
  fc.tuple(traits, by).map(([common, named]): DatedRule => ({ kind: 'yearly_lunar', by: named, ...common })),
  fc
    .tuple(
      traits,
      fc.constantFrom(
        'start' as const,
        'end_semester_1' as const,
        'start_semester_2' as const,
        'end' as const,
      ),
      fc.constantFrom(null, 2024, 2025),
    )
    .map(([common, part, schoolYear]): DatedRule => ({ kind: 'school_year', part, schoolYear, ...common })),
  fc
    .tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('day' as const, 'working_day' as const, 'week' as const),
      fc.constantFrom('after' as const, 'before' as const),
      fc.constantFrom('month_end', 'quarter_end', 'half_year_end', 'year_end', 'nhận đủ hồ sơ', ''),
    )
    .map(
      ([amount, unit, direction, anchor]): RelativeRule => ({
        kind: 'relative',
        amount,
        unit,
        direction,
        anchor,
        minimum: false,
        inclusive: true,
        time: null,
        appliesTo: null,
      }),
    ),
);

const cycles: readonly Cycle[] = ['week', 'month', 'quarter', 'half_year', 'semester', 'year', 'on_demand'];

/** Every rule that has a wording of its own. */
export const printableRules: fc.Arbitrary<DeadlineRule> = fc.oneof(
  { arbitrary: datedRules, weight: 5 },
  fc.constantFrom<StandingRule>({ kind: 'year_long', appliesTo: null }, { kind: 'ongoing', appliesTo: null }),
  fc.tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 10 })).map(
    ([from, length]): DeadlineRule => ({
      kind: 'period',
      from: dateOf(`${from}-01-01`),
      to: dateOf(`${from + length}-12-31`),
      appliesTo: null,
    }),
  ),
  fc
    .subarray([...cycles], { minLength: 3 })
    .map((every): DeadlineRule => ({ kind: 'cadence', every, appliesTo: null })),
  fc
    .tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('month' as const, 'quarter' as const, 'semester' as const, 'year' as const),
    )
    .map(([times, per]): DeadlineRule => ({ kind: 'frequency', times, per, appliesTo: null })),
  fc.constantFrom<DeadlineRule>(
    { kind: 'dependent', on: 'kế hoạch của Thành phố', immediate: false, appliesTo: null },
    { kind: 'dependent', on: 'Kế hoạch được ban hành', immediate: true, appliesTo: null },
    { kind: 'periodic', day: 25, anchor: 'last_month_of_reporting_period', inclusive: true, appliesTo: null },
    { kind: 'same_as_above', appliesTo: null },
    { kind: 'none', appliesTo: null },
    { kind: 'status', text: 'Đang triển khai', appliesTo: null },
    { kind: 'start', text: 'từ ngày 15/6/2025', appliesTo: null },
    { kind: 'vision', text: 'tầm nhìn đến năm 2045', appliesTo: null },
    {
      kind: 'reporting_window',
      text: 'từ ngày 15/12 năm trước đến ngày 14/12 của kỳ báo cáo',
      appliesTo: null,
    },
  ),
);

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
