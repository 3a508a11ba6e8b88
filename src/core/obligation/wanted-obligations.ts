import { type Occurrence, type OccurrenceBounds, occurrences } from '../deadline/occurrence.ts';
import { isStanding } from '../deadline/rule.ts';
import type { ObligationId, TaskId } from '../id.ts';
import type { Calendars } from '../organisation/calendars.ts';
import type { Directory } from '../organisation/directory.ts';
import { type PlanBook, planById, type Task, type TaskRule } from '../plan/plan-book.ts';
import { kinships } from '../plan/same-duty.ts';
import { addMonths, type DayRange, type LocalDate, yearOf } from '../time/local-date.ts';
import { type Folds, foldTurns } from './fold-turns.ts';
import type { WantedObligation } from './obligation.ts';
import { obligationId } from './obligation-id.ts';
import { ownersOf } from './owners.ts';

export interface WantedOptions {
  /** These tasks alone, as they stand in the book; null for all. */
  readonly only?: ReadonlySet<TaskId> | null;
  /** Which turns may stand for other tasks of the same duty. */
  readonly mayStand?: (turn: WantedObligation) => boolean;
  /** Turns that somebody owes though the plan binds others to them, as heirs do: folded with the rest. */
  readonly also?: readonly WantedObligation[];
}

export interface WantedAndFolded {
  readonly wanted: readonly WantedObligation[];
  /** What is owed through another task of the same duty, of this window and around it. */
  readonly folds: Folds;
}

/**
 * The obligations whose named day lies in the window (both ends included), and the standing ones of its years.
 * Unordered. Withdrawn tasks owe nothing from the day of withdrawal on; what several tasks of one duty demand of an
 * owner is owed once.
 */
export const wantedObligations = (
  book: PlanBook,
  directory: Directory,
  calendars: Calendars,
  window: DayRange,
  options: WantedOptions = {},
): readonly WantedObligation[] => wantedAndFolded(book, directory, calendars, window, options).wanted;

/** The same, with what is owed through another task. */
export function wantedAndFolded(
  book: PlanBook,
  directory: Directory,
  calendars: Calendars,
  window: DayRange,
  { only = null, mayStand = () => true, also = [] }: WantedOptions,
): WantedAndFolded {
  const kinship = kinships(book);
  const turnsOf = (task: Task, dated: DayRange) =>
    task.rules.flatMap((rule) =>
      isStanding(rule.rule)
        ? standingOf(task, rule, book, directory, window)
        : datedOf(task, rule, book, directory, calendars, dated),
    );
  const folds = new Map<ObligationId, ObligationId>();
  // The turn that stands may lie outside the window.
  const wide = { from: addMonths(window.from, -CYCLE_MONTHS), to: addMonths(window.to, CYCLE_MONTHS) };
  for (const kin of new Set(kinship.values())) {
    if (only !== null && !kin.some(({ id }) => only.has(id))) continue;
    const ids = kin.map(({ id }) => id);
    const bound = kin.flatMap((task) => turnsOf(task, wide));
    const known = new Set(bound.map(obligationId));
    const further = also.filter((turn) => ids.includes(turn.taskId) && !known.has(obligationId(turn)));
    for (const [folded, standing] of foldTurns([...bound, ...further], ids, mayStand))
      folds.set(folded, standing);
  }
  const tasks = only === null ? book.tasks : book.tasks.filter(({ id }) => only.has(id));
  const wanted = tasks.flatMap((task) =>
    kinship.has(task.id)
      ? turnsOf(task, window).filter((turn) => !folds.has(obligationId(turn)))
      : turnsOf(task, window),
  );
  return { wanted, folds };
}

/** No two turns of one cycle lie farther apart: the plan of a year may be due in the year before, or after it. */
const CYCLE_MONTHS = 24;

/** The days that a rule names in the window, whoever owes them; none from the day on which the task was withdrawn. */
export function occurrencesOf(
  task: Task,
  rule: TaskRule,
  book: PlanBook,
  directory: Directory,
  calendars: Calendars,
  window: DayRange,
): Occurrence[] {
  const plan = task.planId === null ? null : planById(book, task.planId);
  const bounds: OccurrenceBounds = {
    period: plan === null ? null : { from: plan.periodFrom, to: plan.periodTo },
    notBefore: plan?.issuedOn ?? null,
    strictness: directory.settings.deadlineReading,
    work: calendars.work,
    school: calendars.school,
    cycle: directory.clusterKinds.find((kind) => kind.code === rule.appliesTo)?.calendar ?? 'calendar_year',
  };
  return occurrences(rule.rule, window, bounds).filter(
    (occurrence) => task.withdrawnOn === null || occurrence.namedOn < task.withdrawnOn,
  );
}

function datedOf(
  task: Task,
  rule: TaskRule,
  book: PlanBook,
  directory: Directory,
  calendars: Calendars,
  window: DayRange,
): WantedObligation[] {
  return occurrencesOf(task, rule, book, directory, calendars, window).flatMap((occurrence) =>
    ownersOf(task, rule, directory, occurrence.dueOn).map(({ owner, clusterId }) => ({
      taskId: task.id,
      ruleId: rule.id,
      periodKey: occurrence.periodKey,
      owner,
      clusterId,
      words: rule.words,
      exclusive: occurrence.exclusive,
      namedOn: occurrence.namedOn,
      dueOn: occurrence.dueOn,
      dueMinute: occurrence.dueMinute,
      overdueFrom: occurrence.overdueFrom,
    })),
  );
}

const UNBOUNDED = { from: null, to: null } as const;
const LAST_YEAR = 9999;

const firstYear = (from: LocalDate | null): number => (from === null ? 0 : yearOf(from));
const lastYear = (to: LocalDate | null): number => (to === null ? LAST_YEAR : yearOf(to));

/** One a year of the plan and of the rule's own ("giai đoạn 2024-2025"), and owner: without a day, so that it has no countdown and is never overdue. */
function standingOf(
  task: Task,
  rule: TaskRule,
  book: PlanBook,
  directory: Directory,
  window: DayRange,
): WantedObligation[] {
  const plan = task.planId === null ? null : planById(book, task.planId);
  const { from, to } = rule.rule.kind === 'period' ? rule.rule : UNBOUNDED;
  const first = Math.max(yearOf(window.from), firstYear(plan?.periodFrom ?? null), firstYear(from));
  const last = Math.min(
    yearOf(window.to),
    lastYear(plan?.periodTo ?? null),
    lastYear(to),
    task.withdrawnOn === null ? LAST_YEAR : yearOf(task.withdrawnOn) - 1,
  );
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.flatMap((year) =>
    ownersOf(task, rule, directory, window.from).map(({ owner, clusterId }) => ({
      taskId: task.id,
      ruleId: rule.id,
      periodKey: String(year),
      owner,
      clusterId,
      words: rule.words,
      exclusive: false,
      namedOn: null,
      dueOn: null,
      dueMinute: null,
      overdueFrom: null,
    })),
  );
}
