import type { LocalDate } from '../time/local-date.ts';
import { isDone } from '../work/work-state.ts';
import { dueState } from './due-state.ts';
import type { Obligation } from './obligation.ts';

/** Counts over obligations, for lists that name nobody. */
export interface Tally {
  readonly total: number;
  readonly done: number;
  readonly blocked: number;
  readonly overdue: number;
  /** On which somebody reported anything. */
  readonly updated: number;
}

export function tally(
  obligations: readonly Pick<Obligation, 'state' | 'dueOn' | 'overdueFrom'>[],
  today: LocalDate,
): Tally {
  const count = (holds: (one: (typeof obligations)[number]) => boolean) => obligations.filter(holds).length;
  return {
    total: obligations.length,
    done: count((one) => isDone(one.state)),
    blocked: count((one) => one.state === 'blocked'),
    overdue: count((one) => dueState(one, today) === 'overdue'),
    updated: count((one) => one.state !== 'not_started'),
  };
}
