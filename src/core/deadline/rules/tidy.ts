import {
  type DatedRule,
  type DayInMonth,
  type DeadlineRule,
  isDated,
  type MonthDay,
  type RelativeRule,
} from '../rule.ts';

/** Rules said apart that are one ("quý I, quý II hằng năm"; 15/6 and 15/12), and none said twice or made idle by another. */
export function tidyRules(rules: readonly DeadlineRule[]): DeadlineRule[] {
  const hasDays = rules.some((rule) => 'time' in rule && rule.kind !== 'relative');
  const kept = hasDays ? rules.filter((rule) => rule.kind !== 'period' && rule.kind !== 'year_long') : rules;
  return unique(asHalfYearly(kept.reduce(merged, [])));
}

function merged(rules: DeadlineRule[], rule: DeadlineRule): DeadlineRule[] {
  const last = rules.at(-1);
  const both = last !== undefined && isDated(last) && isDated(rule) ? together(last, rule) : null;
  return both === null ? [...rules, rule] : [...rules.slice(0, -1), both];
}

/** One rule for both, where they differ in nothing but their months or quarters. */
function together(one: Dated, other: Dated): DeadlineRule | null {
  if (!isAlike(one, other)) return null;
  if (one.kind === 'yearly_month' && other.kind === 'yearly_month')
    return { ...one, months: rising([...one.months, ...other.months]) };
  if (one.kind === 'yearly_quarter' && other.kind === 'yearly_quarter')
    return { ...one, quarters: rising([...one.quarters, ...other.quarters]) };
  if (one.kind === 'week_of_month' && other.kind === 'week_of_month' && one.week === other.week)
    return one.months === null || other.months === null
      ? null
      : ofMonths(one, [...one.months, ...other.months]);
  if (one.kind === 'monthly' && other.kind === 'monthly' && isSameDay(one.day, other.day))
    return one.months === undefined || other.months === undefined
      ? null
      : ofMonths(one, [...one.months, ...other.months]);
  return null;
}

type Dated = DatedRule | RelativeRule;

const ofMonths = (
  rule: DatedRule & { kind: 'week_of_month' | 'monthly' },
  months: readonly number[],
): DatedRule => ({
  ...rule,
  months: rising(months),
});

const isSameDay = (one: DayInMonth, other: DayInMonth): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Two yearly days, one in each half of the year, whichever is said first. */
function asHalfYearly(rules: DeadlineRule[]): DeadlineRule[] {
  const [first, second] = rules;
  if (rules.length !== 2 || first?.kind !== 'yearly' || second?.kind !== 'yearly' || !isAlike(first, second))
    return rules;
  const [one, other] = first.by < second.by ? [first, second] : [second, first];
  if (first.yearOffset !== 0 || second.yearOffset !== 0 || one.by >= JULY || other.by < JULY) return rules;
  const { kind: _, by: __, yearOffset: ___, ...common } = first;
  return [{ ...common, kind: 'half_yearly', by: [one.by, other.by] }];
}

const JULY = '07-01' as MonthDay;

function isAlike(one: Dated, other: Dated): boolean {
  return (
    one.inclusive === other.inclusive &&
    one.time === other.time &&
    one.appliesTo === other.appliesTo &&
    one.since === other.since &&
    one.until === other.until
  );
}

function rising(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((one, other) => one - other);
}

function unique(rules: readonly DeadlineRule[]): DeadlineRule[] {
  if (rules.length < 2) return [...rules];
  const byText = new Map(rules.map((rule) => [JSON.stringify(rule), rule]));
  return [...byText.values()];
}
