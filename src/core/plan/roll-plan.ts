import { nextNamedOn, type OccurrenceBounds } from '../deadline/occurrence.ts';
import type { DeadlineRule } from '../deadline/rule.ts';
import type { Calendars } from '../organisation/calendars.ts';
import type { Directory } from '../organisation/directory.ts';
import {
  dateOf,
  dayOf,
  daysInMonth,
  type LocalDate,
  localDate,
  monthOf,
  yearOf,
} from '../time/local-date.ts';
import { applyDecisions } from './apply-decisions.ts';
import { type Decision, doubtKey, partyDecision } from './decision.ts';
import { atTask, type Doubt } from './doubts/doubt.ts';
import { partyMatcher } from './match-leads.ts';
import { type Plan, type PlanBook, partiesOf } from './plan-book.ts';
import type { PlanReading, TaskReading, YearSpan } from './plan-reading.ts';
import { readingOfPlan } from './reading-of-plan.ts';

/** A plan carried into another period, as a document would say it; nothing is in force by it. */
export interface PlanRoll {
  readonly reading: PlanReading;
  /** Whom its leads name, as in the plan before. */
  readonly decisions: readonly Decision[];
  readonly dates: readonly RolledDate[];
  /** The days offered for those that do not come again, for a person to take together. */
  readonly offered: readonly Decision[];
}

/** One deadline of the page to confirm. */
export interface RolledDate {
  readonly no: string;
  readonly title: string;
  readonly words: string;
  /** `once`: a day that does not come again, left for a person to set anew. */
  readonly kind: 'kept' | 'once';
  /** The first day named in the last year of the old period, and in the new period; null where none is. */
  readonly before: LocalDate | null;
  readonly after: LocalDate | null;
  /** Of `once`, the same day of the new period; nothing is set by it. */
  readonly offered: LocalDate | null;
}

export interface RollTarget {
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly period: YearSpan;
}

/** The document by which a plan is in force, and what was decided of it. */
export interface KnownReading {
  readonly reading: PlanReading;
  readonly decisions: readonly Decision[];
}

interface RollContext {
  /** Null for plans older than drafts, of which the book tells less. */
  readonly known: KnownReading | null;
  readonly directory: Directory;
  readonly calendars: Calendars;
  readonly today: LocalDate;
}

/** The years that follow a plan's period, as many as it has. */
export function nextPeriod({ periodFrom, periodTo }: Plan): YearSpan {
  const [first, last] = [yearOf(periodFrom), yearOf(periodTo)];
  return { from: last + 1, to: last + 1 + (last - first) };
}

/**
 * Carries a plan into another period: what recurs goes on, spans of years move, days that were named with their year
 * are listed and wait for a person, as does what nobody has decided yet. Events, which belong to their years, are
 * left out with their rows. Null for an unknown plan.
 */
export function rollPlan(
  book: PlanBook,
  plan: Plan,
  target: RollTarget,
  context: RollContext,
): PlanRoll | null {
  const before = readingBefore(book, plan, context);
  if (before === null) return null;
  const shift = yearsOnward(plan, target);
  const words = (text: string) => rolledWords(text, plan, target.period);
  const tasks = before.tasks.map((task) => rolledTask(task, words, shift));
  const once = before.tasks.filter(hasOnce);
  return {
    reading: {
      ...before,
      head: { ...before.head, ...target, title: words(plan.title) },
      tasks,
      events: [],
      movements: before.movements.map((movement) => ({ ...movement, period: words(movement.period) })),
      undecided: [...once.map((task) => onceDoubt(task, shift)), ...openDoubts(before)],
      warnings: [],
    },
    decisions: [...partyDecisions(book, plan, context), ...pairDecisions(book, plan)],
    dates: before.tasks.flatMap((task) => datesOf(task, plan, target, context)),
    offered: once.map((task) => offeredDays(task, shift)),
  };
}

/** What the plan says today, without the rows of events. */
function readingBefore(book: PlanBook, plan: Plan, { known }: RollContext): PlanReading | null {
  const reading =
    known === null ? readingOfPlan(book, plan.id) : applyDecisions(known.reading, known.decisions);
  if (reading === null) return null;
  const tasks = reading.tasks.filter(({ kind, year }) => kind !== 'event' && year === null);
  const numbers = new Set(tasks.map(({ no }) => no));
  return {
    ...reading,
    tasks: tasks.map((task) => ({
      ...task,
      parentNo: task.parentNo !== null && numbers.has(task.parentNo) ? task.parentNo : null,
    })),
  };
}

/** What nobody has decided of rows that go on; of days of one time it is asked anyway. */
function openDoubts({ tasks, undecided }: PlanReading): Doubt[] {
  const asked = new Map(tasks.map((task) => [task.no, hasOnce(task)]));
  return undecided.filter(({ where, code }) => {
    const isAsked = where.kind === 'task' ? asked.get(where.no) : undefined;
    return isAsked !== undefined && !(isAsked && code.startsWith('DEADLINE'));
  });
}

const isOnce = (rule: DeadlineRule): boolean => rule.kind === 'once' || rule.kind === 'range';
const hasOnce = ({ rules }: TaskReading): boolean => rules.some(isOnce);

function rolledTask(task: TaskReading, words: (text: string) => string, shift: number): TaskReading {
  const { officeWords } = task;
  return {
    ...task,
    title: words(task.title),
    // Words of a day that is past would contradict the one that is set.
    deadlineText: hasOnce(task) ? '' : words(task.deadlineText),
    rules: task.rules.filter((rule) => !isOnce(rule)).map((rule) => shifted(rule, shift)),
    ...(officeWords === undefined ? {} : { officeWords: words(officeWords) }),
  };
}

/** "giai đoạn 2021-2025", "năm 2024" where the plan is of that year: the years of the plan's own period. */
function rolledWords(text: string, { periodFrom, periodTo }: Plan, { from, to }: YearSpan): string {
  const [first, last] = [yearOf(periodFrom), yearOf(periodTo)];
  return first === last
    ? text.replace(new RegExp(`(?<=năm )${first}(?!\\d)`, 'giu'), String(from))
    : text.replace(new RegExp(`(?<!\\d)${first}(\\s*[-–]\\s*)${last}(?!\\d)`, 'gu'), `${from}$1${to}`);
}

/** A rule of years that are named, so many years later; rules that recur are as they were. */
function shifted(rule: DeadlineRule, years: number): DeadlineRule {
  const moved = (date: LocalDate | null) => (date === null ? null : inYears(date, years));
  if (rule.kind === 'once') return { ...rule, on: inYears(rule.on, years) };
  if (rule.kind === 'range') return { ...rule, from: moved(rule.from), to: inYears(rule.to, years) };
  return rule.kind === 'period' ? { ...rule, from: moved(rule.from), to: moved(rule.to) } : rule;
}

/** 29 February becomes the 28th in a common year. */
function inYears(date: LocalDate, years: number): LocalDate {
  const [year, month] = [yearOf(date) + years, monthOf(date)];
  return localDate(year, month, Math.min(dayOf(date), daysInMonth(year, month))) ?? date;
}

/** The day does not come again: the same day of the new period is offered, nothing is taken. */
const onceDoubt = (task: TaskReading, shift: number): Doubt => ({
  code: 'DEADLINE_REVIEW',
  where: atTask(task.no),
  words: task.deadlineText,
  alternatives: [],
  deadline: { reasons: ['OF_PERIOD_BEFORE'], readings: [task.rules.map((rule) => shifted(rule, shift))] },
});

const offeredDays = ({ no, rules }: TaskReading, shift: number): Decision => ({
  about: doubtKey({ code: 'DEADLINE_REVIEW', where: atTask(no) }),
  kind: 'deadline',
  no,
  rules: rules.map((rule) => shifted(rule, shift)),
});

/** By how many years the new period begins later. */
const yearsOnward = (plan: Plan, { period }: RollTarget): number => period.from - yearOf(plan.periodFrom);

function datesOf(task: TaskReading, plan: Plan, target: RollTarget, context: RollContext): RolledDate[] {
  const { period, issuedOn } = target;
  const old = boundsOf({ from: plan.periodFrom, to: plan.periodTo }, plan.issuedOn, context);
  const days = { from: dateOf(`${period.from}-01-01`), to: dateOf(`${period.to}-12-31`) };
  const next = boundsOf(days, issuedOn, context);
  const lastYear = dateOf(`${yearOf(plan.periodTo)}-01-01`);
  return task.rules.flatMap((rule): RolledDate[] => {
    const row = { no: task.no, title: task.title, words: task.officeWords ?? task.deadlineText };
    if (rule.kind === 'once' || rule.kind === 'range') {
      const before = rule.kind === 'once' ? rule.on : rule.to;
      const offered = inYears(before, yearsOnward(plan, target));
      return [{ ...row, kind: 'once', before, after: null, offered }];
    }
    const after = nextNamedOn(rule, days.from, next);
    const before = nextNamedOn(rule, lastYear, old);
    return after === null ? [] : [{ ...row, kind: 'kept', before, after, offered: null }];
  });
}

const boundsOf = (
  period: { readonly from: LocalDate; readonly to: LocalDate },
  notBefore: LocalDate,
  { directory, calendars }: RollContext,
): OccurrenceBounds => ({
  period,
  notBefore,
  strictness: directory.settings.deadlineReading,
  work: calendars.work,
  school: calendars.school,
  cycle: 'calendar_year',
});

/** Whom names mean by decision, where they name nobody by themselves. */
function partyDecisions({ tasks }: PlanBook, plan: Plan, { directory, today }: RollContext): Decision[] {
  const leads = tasks
    .filter((task) => task.planId === plan.id && task.withdrawnOn === null)
    .flatMap((task) => partiesOf(task, 'lead'));
  const match = partyMatcher(directory, today);
  const decided = leads.flatMap(({ words, party }) =>
    (party.kind === 'unit' || party.kind === 'cluster') && match(words).kind === 'unmatched'
      ? [partyDecision(words, party)]
      : [],
  );
  return [...new Map(decided.map((decision) => [decision.about, decision])).values()];
}

/** Rows that are one duty go on as one. Of those of other plans somebody decides anew. */
function pairDecisions({ tasks, pairs }: PlanBook, plan: Plan): Decision[] {
  const numbers = new Map(
    tasks
      .filter((task) => task.planId === plan.id && task.withdrawnOn === null)
      .map(({ id, no }) => [id, no]),
  );
  return pairs.flatMap(({ one, other, isSame }): Decision[] => {
    const [of, no] = [numbers.get(one), numbers.get(other)];
    if (!isSame || of === undefined || no === undefined) return [];
    const about = doubtKey({ code: 'ROW_DUPLICATED', where: atTask(no) });
    return [{ about, kind: 'duplicate', no, of }];
  });
}
