import { type DeadlineRule, isDated } from '../deadline/rule.ts';
import { foldVietnamese, tidySpaces } from '../text/fold.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type Plan, type PlanBook, partiesOf, type Task, type TaskParty } from './plan-book.ts';
import { firstOfKin } from './same-duty.ts';
import { NEARLY, TitleIndex, titleWords } from './similar-titles.ts';

/** Two tasks that look like one duty, and of which nobody has decided. */
export interface AlikeTasks {
  readonly earlier: Task;
  readonly later: Task;
  /** The better they agree in title, lead and days, the higher. */
  readonly agreement: number;
  /** Title, leads and words about time are the same. */
  readonly areTwins: boolean;
}

/** Titles that share fewer words are never one duty; those that share no more need the same days beside the lead. */
const LEAST = 0.55;
const SAME_DAYS = 0.5;

/**
 * Pairs of tasks that look like one duty: of two plans whose years touch, alike in title and lead, and the same rows
 * of one plan. The surest first. Plans that have run out are left alone.
 */
export function alikeTasks(book: PlanBook, today: LocalDate): AlikeTasks[] {
  const plans = book.plans.filter(({ periodTo }) => periodTo >= today);
  const tasks = new Map(plans.map((plan) => [plan.id, tasksOf(book, plan)]));
  const pairs = plans.flatMap((plan, at) => [
    ...repeatedRows(tasks.get(plan.id) ?? []),
    ...plans
      .slice(0, at)
      .filter((other) => other.periodFrom <= plan.periodTo && plan.periodFrom <= other.periodTo)
      .flatMap((other) => betweenPlans(tasks.get(other.id) ?? [], tasks.get(plan.id) ?? [])),
  ]);
  const isOpen = openIn(book);
  return pairs.filter(isOpen).toSorted((one, other) => other.agreement - one.agreement);
}

const tasksOf = ({ tasks }: PlanBook, plan: Plan): Task[] =>
  tasks.filter(
    ({ planId, withdrawnOn, title }) => planId === plan.id && withdrawnOn === null && title !== '',
  );

/** Nobody decided of the two, nor of others of the same duties. */
function openIn(book: PlanBook): (pair: AlikeTasks) => boolean {
  const keyOf = (one: Task['id'], other: Task['id']) =>
    [firstOfKin(book, one), firstOfKin(book, other)].toSorted().join(' ');
  const decided = new Set(book.pairs.map(({ one, other }) => keyOf(one, other)));
  return ({ earlier, later }) => {
    const isOne = firstOfKin(book, earlier.id) === firstOfKin(book, later.id);
    return !isOne && !decided.has(keyOf(earlier.id, later.id));
  };
}

/** Rows of one plan that say the same under two numbers. */
function repeatedRows(tasks: readonly Task[]): AlikeTasks[] {
  const first = new Map<string, Task>();
  return tasks.flatMap((later) => {
    const key = twinKey(later);
    const earlier = first.get(key);
    if (earlier !== undefined) {
      const isLed = partiesOf(later, 'lead').length > 0;
      return isLed ? [{ earlier, later, agreement: 2, areTwins: true }] : [];
    }
    first.set(key, later);
    return [];
  });
}

const twinKey = (task: Task): string =>
  foldVietnamese(
    JSON.stringify([
      tidySpaces(task.title),
      partiesOf(task, 'lead').map(({ words }) => words),
      task.deadlineWords,
    ]),
  );

function betweenPlans(earlier: readonly Task[], later: readonly Task[]): AlikeTasks[] {
  const words = earlier.map(({ title }) => titleWords(title));
  const index = new TitleIndex(words);
  for (const at of words.keys()) index.add(at);
  return later.flatMap((task): AlikeTasks[] => {
    const nearest = index.nearest(titleWords(task.title));
    const other = nearest === null ? undefined : earlier[nearest.at];
    if (nearest === null || other === undefined || !sharesLead(other, task)) return [];
    const days = daysAgree(other, task);
    if (days === 'apart' || nearest.likeness < (days === 'same' ? LEAST : NEARLY)) return [];
    const agreement = nearest.likeness + (days === 'same' ? SAME_DAYS : 0);
    return [{ earlier: other, later: task, agreement, areTwins: twinKey(other) === twinKey(task) }];
  });
}

/** Somebody leads both, or one of them is led by nobody known. */
function sharesLead(one: Task, other: Task): boolean {
  const [leads, others] = [partiesOf(one, 'lead').map(leadKey), partiesOf(other, 'lead').map(leadKey)];
  if (leads.length === 0 || others.length === 0) return false;
  return leads.some((lead) => others.includes(lead));
}

const leadKey = ({ party, words }: TaskParty): string => {
  if (party.kind === 'unit') return party.unitId;
  return party.kind === 'words' ? foldVietnamese(tidySpaces(words)) : party.kind;
};

/** `same`: a deadline of the one is one of the other; `apart`: the one comes each month, the other each year. */
function daysAgree(one: Task, other: Task): 'same' | 'near' | 'apart' {
  const [rules, others] = [datesOf(one), datesOf(other)];
  if (rules.length === 0 || others.length === 0) return 'near';
  const days = new Set(others.map(dayKey));
  if (rules.some((rule) => days.has(dayKey(rule)))) return 'same';
  const paces = new Set(others.map(paceOf));
  return rules.some((rule) => paces.has(paceOf(rule))) ? 'near' : 'apart';
}

const datesOf = ({ rules }: Task): DeadlineRule[] => rules.map(({ rule }) => rule).filter(isDated);

/** The day of the year where a rule names one, whatever the year. */
function dayKey(rule: DeadlineRule): string {
  if (rule.kind === 'once') return rule.on.slice(5);
  if (rule.kind === 'range') return rule.to.slice(5);
  if (rule.kind === 'yearly') return rule.by;
  return rule.kind === 'yearly_range' ? rule.to : JSON.stringify({ ...rule, inclusive: true });
}

const YEARLY: ReadonlySet<DeadlineRule['kind']> = new Set<DeadlineRule['kind']>([
  'once',
  'range',
  'yearly',
  'yearly_range',
  'yearly_lunar',
  'yearly_month',
  'school_year',
]);

const paceOf = ({ kind }: DeadlineRule): string => (YEARLY.has(kind) ? 'yearly' : kind);
