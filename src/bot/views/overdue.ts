import type { Message } from '../../app/ports/message.ts';
import { daysOverdue } from '../../core/obligation/due-state.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { ownerName } from '../../core/organisation/owner-name.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import type { Action } from '../actions/action.ts';
import type { Frame } from './frame.ts';
import { bold, entry, inRows, message, paragraph } from './message.ts';
import { updateButton } from './mine.ts';
import { pageOf, turning } from './page.ts';
import { taskLine } from './task-line.ts';

export interface OverdueView {
  /** Whose: `UBND phường Kim Mã`. */
  readonly name: string;
  /** Longest first. */
  readonly overdue: readonly Obligation[];
  readonly skip: number;
  readonly page: (skip: number) => Action;
  /** Whether the reader may report on them. */
  readonly mayReport: boolean;
}

const PER_PAGE = 8;

/** Who is late with what, and for how long. Never in a group. */
export function overdueMessage(frame: Frame, view: OverdueView): Message {
  const { t, today, directory, book } = frame;
  const shown = pageOf(view.overdue, view.skip, PER_PAGE);
  const owners = new Set(view.overdue.map(({ owner }) => owner.id)).size;
  return message(
    [
      entry(
        [bold(t('overdue.heading', { name: view.name }))],
        owners > 1 && !view.mayReport
          ? t('overdue.countOfUnits', { count: shown.total, units: owners })
          : t('overdue.tasks', { count: shown.total }),
      ),
      ...shown.items.map((one) =>
        paragraph(
          [
            bold(
              t('overdue.late', {
                owner: ownerName(directory, one.owner),
                count: daysOverdue(one, today),
              }),
            ),
          ],
          taskLine(frame, taskById(book, one.taskId)),
          one.words,
        ),
      ),
    ],
    [
      ...(view.mayReport ? inRows(shown.items.map((one) => updateButton(frame, one))) : []),
      turning(frame, shown, view.page),
    ],
  );
}
