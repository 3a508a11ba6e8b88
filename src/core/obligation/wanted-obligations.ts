import { type OccurrenceBounds, occurrences } from '../deadline/occurrence.ts';
import { isStanding } from '../deadline/rule.ts';
import type { ClusterId, TaskId } from '../id.ts';
import type { Calendars } from '../organisation/calendars.ts';
import type { Directory } from '../organisation/directory.ts';
import { type PlanBook, planById, type RuleId, type Task, type TaskRule } from '../plan/plan-book.ts';
import type { MinuteOfDay } from '../time/instant.ts';
import { type LocalDate, yearOf } from '../time/local-date.ts';
import type { Owner } from './obligation.ts';
import { ownersOf } from './owners.ts';

/** What plan and organisation together demand, before anybody reported: the timeless part of an obligation. */
export interface WantedObligation {
  readonly taskId: TaskId;
  readonly ruleId: RuleId;
  readonly periodKey: string;
  readonly owner: Owner;
  readonly clusterId: ClusterId | null;
  readonly words: string;
  readonly exclusive: boolean;
  readonly namedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly dueMinute: MinuteOfDay | null;
  readonly overdueFrom: LocalDate | null;
}

type Window = { readonly from: LocalDate; readonly to: LocalDate };

/**
 * The obligations whose named day lies in the window (both ends included), and the standing ones of its years.
 * Unordered. Withdrawn tasks owe nothing from the day of withdrawal on.
 */
export function wantedObligations(
  book: PlanBook,
  directory: Directory,
  calendars: Calendars,
  window: Window,
): WantedObligation[] {
  return book.tasks.flatMap((task) =>
    task.rules.flatMap((rule) =>
      isStanding(rule.rule)
        ? standingOf(task, rule, book, directory, window)
        : datedOf(task, rule, book, directory, calendars, window),
    ),
  );
}

function datedOf(
  task: Task,
  rule: TaskRule,
  book: PlanBook,
  directory: Directory,
  calendars: Calendars,
  window: Window,
): WantedObligation[] {
  const plan = task.planId === null ? null : planById(book, task.planId);
  const bounds: OccurrenceBounds = {
    period: plan === null ? null : { from: plan.periodFrom, to: plan.periodTo },
    notBefore: plan?.issuedOn ?? null,
    strictness: directory.settings.deadlineReading,
    work: calendars.work,
    school: calendars.school,
    cycle: directory.clusterKinds.find((kind) => kind.code === rule.appliesTo)?.calendar ?? 'calendar_year',
  };
  return occurrences(rule.rule, window, bounds)
    .filter((occurrence) => task.withdrawnOn === null || occurrence.namedOn < task.withdrawnOn)
    .flatMap((occurrence) =>
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

/** One a year and owner: without a day, so that it has no countdown and is never overdue. */
function standingOf(
  task: Task,
  rule: TaskRule,
  book: PlanBook,
  directory: Directory,
  window: Window,
): WantedObligation[] {
  const plan = task.planId === null ? null : planById(book, task.planId);
  const first = Math.max(yearOf(window.from), plan === null ? 0 : yearOf(plan.periodFrom));
  const last = Math.min(
    yearOf(window.to),
    plan === null ? 9999 : yearOf(plan.periodTo),
    task.withdrawnOn === null ? 9999 : yearOf(task.withdrawnOn) - 1,
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
