import type { Segment } from '../mentions/segment.ts';
import { type AppliesTo, type Cycle, type DeadlineRule, isDated } from '../rule.ts';
import type { Phrase } from '../words/phrase.ts';

/** "02 lần/năm (tháng 4)", "01 lần/quý, báo cáo trước 15/12": days that are not as many as was said. */
export function missesCount(
  segments: readonly Segment[],
  rules: readonly DeadlineRule[],
  { folded }: Phrase,
): boolean {
  const said = segments.flatMap(({ times }) => times);
  if (said.length === 0 || !ROUNDS.test(folded)) return false;
  const atLeast = segments.some(({ marks }) => marks.some(({ mark }) => mark === 'minimum'));
  const counts = new Map<AppliesTo, number>();
  for (const rule of rules.filter(isDated))
    counts.set(rule.appliesTo, (counts.get(rule.appliesTo) ?? 0) + timesInYear(rule));
  return said.some(({ times, per }) => {
    const expected = times * (IN_YEAR[per] ?? 0);
    return [...counts.values()].some((count) => count < expected || (count > expected && !atLeast));
  });
}

/** Against "05 mô hình/năm". */
const ROUNDS = /\b(?:lan|dot)\b/;

export function timesInYear(rule: DeadlineRule): number {
  if (rule.kind === 'yearly_month') return rule.months.length;
  if (rule.kind === 'yearly_quarter') return rule.quarters.length;
  if (rule.kind === 'half_yearly') return IN_YEAR.half_year;
  if (rule.kind === 'quarterly') return IN_YEAR.quarter;
  if (rule.kind === 'monthly' || rule.kind === 'week_of_month') return rule.months?.length ?? IN_YEAR.month;
  return rule.kind === 'weekly' ? IN_YEAR.week : 1;
}

export const IN_YEAR: { readonly [C in Cycle]: number } = {
  week: 52,
  month: 12,
  quarter: 4,
  half_year: 2,
  semester: 2,
  year: 1,
  school_year: 1,
  on_demand: 0,
};
