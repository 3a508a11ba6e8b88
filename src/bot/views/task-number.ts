import { planById, type Task } from '../../core/plan/plan-book.ts';
import { kinOf } from '../../core/plan/same-duty.ts';
import type { Frame } from './frame.ts';

/** `11, 20`: the row, and those of its plan that are the same duty. */
export const rowNumbers = ({ book }: Frame, task: Task): string =>
  kinOf(book, task)
    .filter(({ planId, no }) => planId === task.planId && no !== '')
    .map(({ no }) => no)
    .join(', ');

/** The number of a row's plan, where a row of another plan with the same number is shown beside it; empty elsewhere. */
export function planMark({ book }: Frame, { planId, no }: Task, beside: readonly Task[]): string {
  const isShared = no !== '' && beside.some((other) => other.no === no && other.planId !== planId);
  return isShared && planId !== null ? (planById(book, planId)?.number ?? '') : '';
}

/** `6`, and `6, 29/KH-UBND` beside a row 6 of another plan: what a button calls the row. */
export const numberOnButton = (frame: Frame, task: Task, beside: readonly Task[]): string =>
  [task.no, planMark(frame, task, beside)].filter((part) => part !== '').join(', ');

/** `(cùng là mục 5, 12/KH-UBND)`: rows of other plans that are the same duty; empty where there is none. */
export function elsewhere(frame: Frame, task: Task): string {
  const { t, book } = frame;
  const rows = kinOf(book, task)
    .filter(({ planId }) => planId !== task.planId)
    .map((other) => rowOf(frame, other));
  return rows.length === 0 ? '' : t('kin.also', { rows: rows.join('; ') });
}

/** All numbers under which a duty stands: `11, 20`, `3 (cùng là mục 5, 12/KH-UBND)`. */
export const allNumbers = (frame: Frame, task: Task): string =>
  [rowNumbers(frame, task), elsewhere(frame, task)].filter((part) => part !== '').join(' ');

/** `mục 5, 12/KH-UBND`; its title for a task outside all plans. */
export function rowOf({ t, book }: Frame, { planId, no, title }: Task): string {
  const plan = planId === null ? null : planById(book, planId);
  return plan === null ? `“${title}”` : t('kin.row', { no, plan: plan.number });
}
