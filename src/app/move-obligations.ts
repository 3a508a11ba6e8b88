import type { ObligationId, TaskId } from '../core/id.ts';
import type { Obligation } from '../core/obligation/obligation.ts';
import { obligationId } from '../core/obligation/obligation-id.ts';
import { type WantedObligation, wantedObligations } from '../core/obligation/wanted-obligations.ts';
import { isOpen } from '../core/obligation/work-state.ts';
import { calendarsOf } from '../core/organisation/calendars.ts';
import type { PlanBook } from '../core/plan/plan-book.ts';
import type { Instant } from '../core/time/instant.ts';
import { addMonths, type LocalDate } from '../core/time/local-date.ts';
import type { Transaction } from './ports/transaction.ts';
import { fresh } from './roll-forward.ts';
import { dayAt } from './today.ts';

/** An open obligation whose day is another now, or that is owed no more. */
export interface MovedObligation {
  readonly id: ObligationId;
  readonly from: LocalDate | null;
  /** Null where nothing is owed any more. */
  readonly to: LocalDate | null;
}

/** A day may move beyond what is stored ahead, and is then still the same obligation. */
const MONTHS_AHEAD = 120;

/**
 * Carries a change of the book into what is stored: open obligations follow the days that the plan gives them, with
 * their reports; those that the plan gives no more are withdrawn, those that it gives again are open anew. What
 * people changed by themselves stays, since only what differs between the two books is touched.
 */
export async function moveObligations(
  tx: Transaction,
  at: Instant,
  before: PlanBook,
  after: PlanBook,
): Promise<MovedObligation[]> {
  const directory = await tx.organisation.directory();
  const { settings } = directory;
  const calendars = calendarsOf(settings);
  const today = dayAt(at, directory);
  const touched = changedTasks(before, after);
  const stored = await tx.obligations.ofTasks(touched);
  const days = stored.flatMap(({ namedOn }) => namedOn ?? []);
  const window = {
    from: days.reduce((first, day) => (day < first ? day : first), today),
    to: addMonths(today, MONTHS_AHEAD),
  };
  const wanted = (book: PlanBook) =>
    byId(wantedObligations(standingTasksOf(book, touched), directory, calendars, window));
  const [was, is] = [wanted(before), wanted(after)];
  const moved: MovedObligation[] = [];
  for (const one of stored) {
    const now = is.get(one.id);
    const next = changeOf(one, was.get(one.id), now);
    if (next === null) continue;
    const stageOn =
      now === undefined ? null : fresh(now, at, today, { settings, book: after }, calendars).nextStageOn;
    const nextStageOn = isOpen(next.state) ? stageOn : null;
    await tx.obligations.save({ ...next, nextStageOn, changedAt: at });
    if (isOpen(one.state) && (next.dueOn !== one.dueOn || !isOpen(next.state))) {
      moved.push({ id: one.id, from: one.dueOn, to: isOpen(next.state) ? next.dueOn : null });
    }
  }
  return moved;
}

/** The obligation as the plan has it now; null where nothing of it changes. */
function changeOf(
  one: Obligation,
  was: WantedObligation | undefined,
  is: WantedObligation | undefined,
): Obligation | null {
  if (is === undefined) {
    return was === undefined || !isOpen(one.state) ? null : { ...one, state: 'withdrawn' };
  }
  const { words, exclusive, namedOn, dueOn, dueMinute, overdueFrom } = is;
  const days = { words, exclusive, namedOn, dueOn, dueMinute, overdueFrom };
  if (was === undefined) {
    if (one.state !== 'withdrawn') return null;
    return { ...one, ...days, state: one.percent > 0 ? 'in_progress' : 'not_started' };
  }
  return isOpen(one.state) && !sameDays(was, is) ? { ...one, ...days } : null;
}

const sameDays = (one: WantedObligation, other: WantedObligation): boolean =>
  one.namedOn === other.namedOn &&
  one.dueOn === other.dueOn &&
  one.dueMinute === other.dueMinute &&
  one.overdueFrom === other.overdueFrom &&
  one.words === other.words;

/** Those that differ between the books, or whose plan does. */
function changedTasks(before: PlanBook, after: PlanBook): TaskId[] {
  const writing = (book: PlanBook) =>
    new Map(
      book.tasks.map((task) => [
        task.id,
        JSON.stringify([task, book.plans.find((plan) => plan.id === task.planId)]),
      ]),
    );
  const [was, is] = [writing(before), writing(after)];
  return [...is].filter(([id, text]) => was.get(id) !== text).map(([id]) => id);
}

/** The book with these tasks alone, withdrawn ones left out: they are owed no more, whatever their day was. */
function standingTasksOf(book: PlanBook, ids: readonly TaskId[]): PlanBook {
  const wanted = new Set(ids);
  return {
    ...book,
    tasks: book.tasks.filter((task) => wanted.has(task.id) && task.withdrawnOn === null),
  };
}

const byId = (wanted: readonly WantedObligation[]): Map<ObligationId, WantedObligation> =>
  new Map(wanted.map((one) => [obligationId(one), one]));
