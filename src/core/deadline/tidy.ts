import type { DatedRule, DeadlineRule, MonthDay } from './rule.ts';

/** Rules said apart that are one ("quý I, quý II hằng năm"; 15/6 and 15/12), and none said twice or made idle by another. */
export function tidyRules(rules: readonly DeadlineRule[]): DeadlineRule[] {
  const hasDays = rules.some((rule) => 'time' in rule && rule.kind !== 'relative');
  const kept = hasDays ? rules.filter((rule) => rule.kind !== 'period' && rule.kind !== 'year_long') : rules;
  return unique(asHalfYearly(kept.reduce(merged, [])));
}

function merged(rules: DeadlineRule[], rule: DeadlineRule): DeadlineRule[] {
  const last = rules.at(-1);
  if (last?.kind === 'yearly_month' && rule.kind === 'yearly_month' && isAlike(last, rule)) {
    return [...rules.slice(0, -1), { ...last, months: rising([...last.months, ...rule.months]) }];
  }
  if (last?.kind === 'yearly_quarter' && rule.kind === 'yearly_quarter' && isAlike(last, rule)) {
    return [...rules.slice(0, -1), { ...last, quarters: rising([...last.quarters, ...rule.quarters]) }];
  }
  if (last?.kind === 'week_of_month' && rule.kind === 'week_of_month' && isAlike(last, rule)) {
    if (last.week === rule.week && last.months !== null && rule.months !== null) {
      return [...rules.slice(0, -1), { ...last, months: rising([...last.months, ...rule.months]) }];
    }
  }
  return [...rules, rule];
}

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

function isAlike(one: DatedRule, other: DatedRule): boolean {
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
