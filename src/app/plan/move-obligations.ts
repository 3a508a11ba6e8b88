import type { ClusterId, ObligationId, TaskId } from '../../core/id.ts';
import { isDoneLate } from '../../core/obligation/due-state.ts';
import type { Folds } from '../../core/obligation/fold-turns.ts';
import type { Obligation, WantedObligation } from '../../core/obligation/obligation.ts';
import { obligationId } from '../../core/obligation/obligation-id.ts';
import { wantedAndFolded } from '../../core/obligation/wanted-obligations.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import type { PlanBook } from '../../core/plan/plan-book.ts';
import { kinships } from '../../core/plan/same-duty.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addMonths, type DayRange, type LocalDate } from '../../core/time/local-date.ts';
import { isDone, isOpen } from '../../core/work/work-state.ts';
import { GROUP_BOARD } from '../notices/living-kinds.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { fresh, standingTurns } from './roll-forward.ts';
import { shareTellings } from './share-tellings.ts';
import { withdrawExtensions } from './withdraw-extensions.ts';

/** An obligation whose day is another now, or that is owed no more. */
export interface MovedObligation {
  readonly id: ObligationId;
  readonly from: LocalDate | null;
  /** Null where nothing is owed any more. */
  readonly to: LocalDate | null;
}

/** A day may move beyond what is stored ahead, and is then still the same obligation. */
const MONTHS_AHEAD = 120;
/** What a plan of thousands of rows owes in all these months is never all in memory. */
const TASKS_AT_ONCE = 20;

/**
 * Carries a change of the book into what is stored: open obligations follow the days that the plan gives them, with
 * their reports, and so does what is done and not over, where it is in time by the new day too; those that the plan
 * gives no more are withdrawn, those that it gives again are open anew. What is owed through another task of the same
 * duty from now on takes what was told along, and back. What people changed by themselves stays, since only what
 * differs between the two books is touched.
 */
export async function moveObligations(
  tx: Transaction,
  ids: IdSource,
  at: Instant,
  before: PlanBook,
  after: PlanBook,
): Promise<MovedObligation[]> {
  const directory = await tx.organisation.directory();
  const { settings } = directory;
  const calendars = calendarsOf(settings);
  const today = dayAt(at, directory);
  const ladders = { settings, book: after };
  const wantedBy = async (book: PlanBook) => {
    const mayStand = await standingTurns(tx, book, today);
    return (tasks: readonly TaskId[], window: DayRange): Wanted => {
      const only = standingOf(book, tasks);
      const { wanted, folds } = wantedAndFolded(book, directory, calendars, window, { only, mayStand });
      return { byId: new Map(wanted.map((one) => [obligationId(one), one])), folds };
    };
  };
  const [wantedBefore, wantedAfter] = [await wantedBy(before), await wantedBy(after)];
  const moved: MovedObligation[] = [];
  const clusters = new Set<ClusterId>();
  for (const tasks of byDuties(touchedTasks(before, after), [before, after])) {
    const stored = await tx.obligations.ofTasks(tasks);
    const days = stored.flatMap(({ namedOn }) => namedOn ?? []);
    const from = days.reduce((first, day) => (day < first ? day : first), today);
    const window = { from, to: addMonths(today, MONTHS_AHEAD) };
    const [was, is] = [wantedBefore(tasks, window), wantedAfter(tasks, window)];
    const changes = stored.flatMap((one) => {
      const next = changeOf(one, was, is, today);
      return next === null ? [] : [{ one, next }];
    });
    const saved = changes.map(({ next }): Obligation => {
      const now = is.byId.get(next.id);
      const isDue = now !== undefined && isOpen(next.state);
      const { nextStageOn } = isDue ? fresh(next.id, now, at, today, ladders, calendars) : NO_STAGE;
      return { ...next, nextStageOn, changedAt: at };
    });
    await tx.obligations.saveAll(saved);
    await withdrawExtensions(
      tx,
      saved.filter(({ state }) => state === 'withdrawn').map(({ id }) => id),
      at,
    );
    for (const { one, next } of changes) {
      if (one.clusterId !== null) clusters.add(one.clusterId);
      // What another task stands for now is told by that.
      if (one.state === 'withdrawn' || is.folds.has(one.id)) continue;
      const isOwed = next.state !== 'withdrawn';
      if (!isOwed || next.dueOn !== one.dueOn) {
        moved.push({ id: one.id, from: one.dueOn, to: isOwed ? next.dueOn : null });
      }
    }
    await shareTellings(tx, ids, at, { stored, wanted: is.byId, was: was.folds, is: is.folds });
  }
  for (const clusterId of clusters) await tx.living.touch(GROUP_BOARD, clusterId);
  return moved;
}

const NO_STAGE = { nextStageOn: null };

/** Some tasks at a time, those that are one duty before or after together. */
function* byDuties(ids: readonly TaskId[], books: readonly PlanBook[]): Generator<TaskId[], void> {
  const waiting = new Set(ids);
  let some: TaskId[] = [];
  for (const id of ids) {
    if (!waiting.delete(id)) continue;
    const duty = [id];
    for (const one of duty) {
      for (const kin of books.flatMap((book) => kinships(book).get(one) ?? [])) {
        if (waiting.delete(kin.id)) duty.push(kin.id);
      }
    }
    some.push(...duty);
    if (some.length < TASKS_AT_ONCE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

interface Wanted {
  readonly byId: ReadonlyMap<ObligationId, WantedObligation>;
  readonly folds: Folds;
}

/** The obligation as the plan has it now; null where nothing of it changes. */
function changeOf(one: Obligation, before: Wanted, after: Wanted, today: LocalDate): Obligation | null {
  const [was, is] = [before.byId.get(one.id), after.byId.get(one.id)];
  if (is === undefined) {
    const isFolded = after.folds.has(one.id) && one.state !== 'withdrawn';
    return isFolded || (was !== undefined && isOpen(one.state)) ? { ...one, state: 'withdrawn' } : null;
  }
  const { words, exclusive, namedOn, dueOn, dueMinute, overdueFrom } = is;
  const days = { words, exclusive, namedOn, dueOn, dueMinute, overdueFrom };
  if (was === undefined) {
    if (one.state !== 'withdrawn') return null;
    const state = one.doneOn !== null ? 'done' : one.percent > 0 ? 'in_progress' : 'not_started';
    return { ...one, ...days, state };
  }
  return mayFollow(one, is, today) && !sameDays(was, is) ? { ...one, ...days } : null;
}

/** What is done keeps its day once that is over, and never becomes late by another. */
function mayFollow({ state, doneOn, dueOn }: Obligation, is: WantedObligation, today: LocalDate): boolean {
  if (isOpen(state)) return true;
  if (!isDone(state) || dueOn === null || is.dueOn === null) return false;
  const isOver = dueOn < today && is.dueOn < today;
  return !isOver && !isDoneLate({ doneOn, overdueFrom: is.overdueFrom });
}

const sameDays = (one: WantedObligation, other: WantedObligation): boolean =>
  one.namedOn === other.namedOn &&
  one.dueOn === other.dueOn &&
  one.dueMinute === other.dueMinute &&
  one.overdueFrom === other.overdueFrom &&
  one.words === other.words;

/** Those that differ between the books, or whose plan does, with all that are one duty with them before or after. */
function touchedTasks(before: PlanBook, after: PlanBook): TaskId[] {
  const writing = (book: PlanBook) =>
    new Map(
      book.tasks.map((task) => [
        task.id,
        JSON.stringify([
          task,
          book.plans.find((plan) => plan.id === task.planId),
          kinships(book)
            .get(task.id)
            ?.map(({ id }) => id),
        ]),
      ]),
    );
  const [was, is] = [writing(before), writing(after)];
  const changed = [...is].filter(([id, text]) => was.get(id) !== text).map(([id]) => id);
  const kin = changed.flatMap((id) => [before, after].flatMap((book) => kinships(book).get(id) ?? []));
  return [...new Set([...changed, ...kin.map(({ id }) => id)])];
}

/** Withdrawn tasks left out: they are owed no more, whatever their day was. */
const standingOf = ({ tasks }: PlanBook, ids: readonly TaskId[]): ReadonlySet<TaskId> => {
  const wanted = new Set(ids);
  return new Set(
    tasks.filter((task) => wanted.has(task.id) && task.withdrawnOn === null).map(({ id }) => id),
  );
};
