import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Obligation } from '../obligation/obligation.ts';
import { firstOfKin } from '../plan/same-duty.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { isDone, isOpen } from '../work/work-state.ts';
import type { LadderSource } from './ladder-of.ts';
import { stageReached } from './stages.ts';
import { stagesFor } from './stages-for.ts';

/** So long before its day a turn is at hand, where the one before it is done and over. */
const NEAR_DAYS = 30;

/**
 * Of all that owners owe, by day: of each duty the turn that is theirs to do now. That is the first open one; after a
 * turn that is done the next waits until it is near, spoken of, or begun. Standing work has no turn.
 */
export function turnsAtHand<One extends Obligation>(
  owed: readonly One[],
  ladders: LadderSource,
  work: WorkCalendar,
  today: LocalDate,
): One[] {
  const first = new Map<string, One>();
  const done = new Map<string, One>();
  for (const one of owed) {
    const key = `${firstOfKin(ladders.book, one.taskId)}|${one.owner.id}`;
    if (one.dueOn === null || first.has(key)) continue;
    if (isOpen(one.state)) first.set(key, one);
    else if (isDone(one.state)) done.set(key, one);
  }
  return [...first].flatMap(([key, one]) => {
    const before = done.get(key);
    return before === undefined || isAtHand(one, before) ? [one] : [];
  });

  function isAtHand(one: One, before: One): boolean {
    if (one.state !== 'not_started' || stageReached(stagesFor(one, ladders, work), today) !== null)
      return true;
    const isOver = before.dueOn !== null && before.dueOn < today;
    return isOver && one.dueOn !== null && one.dueOn <= addDays(today, NEAR_DAYS);
  }
}
