import type { DeadlineRule } from '../../deadline/rule.ts';
import { foldVietnamese } from '../../text/fold.ts';
import { localDate, yearOf } from '../../time/local-date.ts';
import type { PlanHead, TaskReading } from '../plan-reading.ts';
import { atTask, type Doubt, doubtOf } from './doubt.ts';

/** Doubts about days that are plain in themselves but not in their place. */
export function deadlineDoubts(head: PlanHead, tasks: readonly TaskReading[]): Doubt[] {
  return [...tasks.flatMap((task, at) => ownDoubts(head, task, tasks[at - 1])), ...aloneAmongRows(tasks)];
}

function ownDoubts(head: PlanHead, task: TaskReading, above: TaskReading | undefined): Doubt[] {
  const place = atTask(task.no);
  const words = task.deadlineText;
  if ((task.kind === 'event' || task.kind === 'heading') && words === '') return [];
  if (task.rules.length === 0 && words === '') {
    // A merged cell that a conversion lost would say what the row above says.
    const perhaps = above === undefined || above.deadlineText === '' ? [] : [above.deadlineText];
    return [doubtOf('DEADLINE_MISSING', place, task.title, perhaps)];
  }
  if (task.rulesInherited) return [];
  const doubts: Doubt[] = [];
  if (task.rules.some((rule) => firstBeforePlan(rule, head)))
    doubts.push(doubtOf('DEADLINE_BEFORE_PLAN', place, words));
  if (task.rules.some((rule) => outsidePeriod(rule, head)))
    doubts.push(doubtOf('DEADLINE_OUTSIDE_PERIOD', place, words));
  if (isPlanOfSomeYear(task))
    doubts.push(doubtOf('DEADLINE_CYCLE_UNCLEAR', place, words, ['next_year', 'same_year']));
  if (task.rules.some((rule) => rule.kind === 'yearly_quarter' && rule.quarters.length > 1)) {
    // "Quý I, Quý II hằng năm": once in each, or once in either?
    doubts.push(doubtOf('DEADLINE_EACH_OR_ONE', place, words, ['each', 'one']));
  }
  if (isHalfYearInSpring(task))
    doubts.push(doubtOf('HALF_YEAR_AGAINST_DEADLINE', place, task.title, [words]));
  return doubts;
}

/** The rule's day in the first year of the plan lies before the plan's own date: it is not owed. */
function firstBeforePlan(rule: DeadlineRule, head: PlanHead): boolean {
  const { issuedOn, period } = head;
  if (issuedOn === null) return false;
  if (rule.kind === 'once') return rule.on < issuedOn;
  if (rule.kind === 'range') return rule.to < issuedOn;
  if (rule.kind !== 'yearly' || period === null || period.from !== yearOf(issuedOn)) return false;
  const [month = 0, day = 0] = rule.by.split('-').map(Number);
  const first = localDate(period.from, month, day);
  return first !== null && first < issuedOn;
}

function outsidePeriod(rule: DeadlineRule, { period }: PlanHead): boolean {
  if (period === null || (rule.kind !== 'once' && rule.kind !== 'range')) return false;
  const year = yearOf(rule.kind === 'once' ? rule.on : rule.to);
  // A final report falls into the year after the plan.
  return year < period.from || year > period.to + 1;
}

/** "Xây dựng kế hoạch … hằng năm" by the end of December: the plan of this year, or of the next? */
function isPlanOfSomeYear(task: TaskReading): boolean {
  const title = foldVietnamese(task.title);
  const yearlyPlan = /(xay dung|ban hanh|lap|tham muu).*ke hoach.*(hang nam|nam sau|tung nam)/.test(title);
  return yearlyPlan && task.rules.some((rule) => rule.kind === 'yearly' && rule.by >= '12-15');
}

/** "Sơ kết 6 tháng đầu năm" due in spring can only be that of a school year. */
function isHalfYearInSpring(task: TaskReading): boolean {
  const halfYear = /6 thang dau nam|so ket 6 thang/.test(foldVietnamese(task.title));
  return halfYear && task.rules.some((rule) => rule.kind === 'yearly' && rule.by < '05-01');
}

const FEWEST_ROWS = 4;

/** One day among many sub-rows without any: by the layout it may be meant for another row. */
function aloneAmongRows(tasks: readonly TaskReading[]): Doubt[] {
  const families = new Map<string, TaskReading[]>();
  for (const task of tasks) {
    if (task.parentNo !== null) families.set(task.parentNo, [...(families.get(task.parentNo) ?? []), task]);
  }
  return [...families.values()].flatMap((rows) => {
    const dated = rows.filter((row) => row.deadlineText !== '');
    const [only] = dated;
    return only !== undefined && dated.length === 1 && rows.length >= FEWEST_ROWS
      ? [doubtOf('DEADLINE_ALONE_AMONG_ROWS', atTask(only.no), only.deadlineText, neighbours(rows, only))]
      : [];
  });
}

const neighbours = (rows: readonly TaskReading[], only: TaskReading): string[] => {
  const at = rows.indexOf(only);
  return [only.no, ...[rows[at - 1], rows[at + 1]].flatMap((row) => (row === undefined ? [] : [row.no]))];
};
