import { printRules } from '../deadline/print.ts';
import type { DeadlineRule } from '../deadline/rule.ts';
import { type Decision, milestoneKey } from './decision.ts';
import type { Task } from './plan-book.ts';

/** Follows the words of a deadline for good, as data: the plan names none, and the office set one. */
const SET_BY_OFFICE = '(mốc do cơ quan đặt)';

/** What the office set for a task whose plan names no day; null where it set nothing. */
export const milestoneOf = ({ rules }: Pick<Task, 'rules'>): string | null =>
  rules.find(({ words }) => words.endsWith(SET_BY_OFFICE))?.words ?? null;

/** Sets a milestone of the office's own. */
export const officeMilestone = (no: string, rules: readonly DeadlineRule[]): Decision => ({
  about: milestoneKey(no),
  kind: 'milestone',
  no,
  rules,
  words: `${printRules(rules)} ${SET_BY_OFFICE}`,
});
