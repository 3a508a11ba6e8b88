import type { Obligation } from '../obligation/obligation.ts';
import { type Ladder, type LadderName, type LadderSettings, ladderAt } from '../organisation/ladder.ts';
import { type PlanBook, type Task, taskById, workKindOf } from '../plan/plan-book.ts';

/** Where ladders are looked up. */
export interface LadderSource {
  readonly settings: LadderSettings;
  readonly book: PlanBook;
}

export type Climbing = Pick<Obligation, 'dueMinute' | 'periodKey' | 'taskId' | 'clusterId'>;

const MONTH_KEY = /^\d{4}-\d{2}$/;

/** The ladder that an obligation climbs: of its kind of deadline, that of the nearest scope. */
export function ladderOf(obligation: Climbing, { settings, book }: LadderSource): Ladder {
  const task = taskById(book, obligation.taskId);
  return ladderAt(ladderNameOf(obligation), { ...workOf(task), clusterId: obligation.clusterId }, settings);
}

const workOf = (task: Task) => ({ work: workKindOf(task), planId: task.planId });

function ladderNameOf({ dueMinute, periodKey }: Climbing): LadderName {
  if (dueMinute !== null) return 'hour';
  return MONTH_KEY.test(periodKey) ? 'monthly' : 'usual';
}
