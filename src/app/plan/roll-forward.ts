import type { ObligationId } from '../../core/id.ts';
import type { Obligation, WantedObligation } from '../../core/obligation/obligation.ts';
import { obligationId } from '../../core/obligation/obligation-id.ts';
import { wantedObligations } from '../../core/obligation/wanted-obligations.ts';
import { type Calendars, calendarsOf } from '../../core/organisation/calendars.ts';
import type { PlanBook, Task } from '../../core/plan/plan-book.ts';
import { kinships } from '../../core/plan/same-duty.ts';
import type { LadderSource } from '../../core/reminder/ladder-of.ts';
import { nextStageAfter } from '../../core/reminder/stages.ts';
import { stagesFor } from '../../core/reminder/stages-for.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addDays, addMonths, type LocalDate } from '../../core/time/local-date.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';

/** How far ahead obligations are stored; beyond it they are computed when asked for. */
const MONTHS_AHEAD = 15;
/** A plan of thousands of rows owes a hundred thousand turns: never all of them in memory. */
const TASKS_AT_ONCE = 100;
const TURNS_AT_ONCE = 500;

/**
 * Stores the obligations that fall due from today until 15 months ahead and are not stored yet. What fell due
 * before the plan came into this program is nobody's debt here. Of all tasks, or of those given alone. Returns how
 * many were new.
 */
export async function rollForward(
  tx: Transaction,
  at: Instant,
  tasks: readonly Task[] | null = null,
): Promise<number> {
  const directory = await tx.organisation.directory();
  const book = await tx.plans.book();
  const today = dayAt(at, directory);
  const calendars = calendarsOf(directory.settings);
  const window = { from: today, to: addMonths(today, MONTHS_AHEAD) };
  const mayStand = await standingTurns(tx, book, today);
  const ladders = { settings: directory.settings, book };
  const all = tasks ?? book.tasks;
  let added = 0;
  for (let first = 0; first < all.length; first += TASKS_AT_ONCE) {
    const only = new Set(all.slice(first, first + TASKS_AT_ONCE).map(({ id }) => id));
    const wanted = wantedObligations(book, directory, calendars, window, { only, mayStand });
    for (let start = 0; start < wanted.length; start += TURNS_AT_ONCE) {
      const turns = new Map(
        wanted.slice(start, start + TURNS_AT_ONCE).map((one) => [obligationId(one), one]),
      );
      for (const id of await tx.obligations.storedAmong([...turns.keys()])) turns.delete(id);
      if (turns.size === 0) continue;
      added += await tx.obligations.addMissing(
        [...turns].map(([id, one]) => fresh(id, one, at, today, ladders, calendars)),
      );
    }
  }
  return added;
}

/** What fell due before it came into this program stands for nothing: nobody owes it. */
export async function standingTurns(
  { obligations }: Pick<Transaction, 'obligations'>,
  book: PlanBook,
  today: LocalDate,
): Promise<(turn: WantedObligation) => boolean> {
  const linked = [...kinships(book).keys()];
  const stored = linked.length === 0 ? [] : await obligations.ofTasks(linked);
  const known = new Set(stored.map(({ id }) => id));
  return (turn) => turn.dueOn === null || turn.dueOn >= today || known.has(obligationId(turn));
}

/** An obligation on which nobody has reported yet. */
export function fresh(
  id: ObligationId,
  wanted: WantedObligation,
  at: Instant,
  today: LocalDate,
  ladders: LadderSource,
  calendars: Calendars,
): Obligation {
  const untouched = { ...wanted, step: null, meeting: null };
  const stages = stagesFor(untouched, ladders, calendars.work);
  return {
    ...untouched,
    id,
    state: 'not_started',
    percent: 0,
    reason: null,
    doneOn: null,
    changedAt: at,
    nextStageOn: nextStageAfter(stages, addDays(today, -1)),
    revision: 0,
  };
}
