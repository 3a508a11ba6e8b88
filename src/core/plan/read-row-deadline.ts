import { readDeadline } from '../deadline/parse.ts';
import type { ReadingContext } from '../deadline/reading.ts';
import type { DeadlineRule } from '../deadline/rule.ts';
import { dateOf, type LocalDate } from '../time/local-date.ts';
import { atTask, type Doubt } from './doubts/doubt.ts';
import type { PlanHead, TaskReading } from './plan-reading.ts';

/** What a row's own words about time say, and the doubt where a person must look. */
export function readRowDeadline(
  { no, deadlineText }: Pick<TaskReading, 'no' | 'deadlineText'>,
  context: ReadingContext,
): { readonly rules: readonly DeadlineRule[]; readonly doubt: Doubt | null } {
  const { rules, review, reasons, alternatives } = readDeadline(deadlineText, context);
  if (!review) return { rules, doubt: null };
  const doubt: Doubt = {
    code: 'DEADLINE_REVIEW',
    where: atTask(no),
    words: deadlineText,
    alternatives: [],
    deadline: { reasons, readings: [rules, ...alternatives] },
  };
  return { rules, doubt };
}

/** What days without a year are read against: the plan's years, seen from `now`. */
export function readingContext(
  { period, title }: Pick<PlanHead, 'period' | 'title'>,
  now: LocalDate,
): ReadingContext {
  if (period === null) return { now };
  const days = { from: dateOf(`${period.from}-01-01`), to: dateOf(`${period.to}-12-31`) };
  if (period.from === period.to) return { now, period: days, planYear: period.from };
  const isSchoolYear = period.to === period.from + 1 && /năm học/iu.test(title ?? '');
  return isSchoolYear ? { now, period: days, schoolYear: period.from } : { now, period: days };
}
