import type { Message } from '../../../app/ports/message.ts';
import { daysOverdue } from '../../../core/obligation/due-state.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { byTaskAndDay, type TaskDay } from '../../../core/obligation/task-day.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import type { Action } from '../../buttons/action.ts';
import { timeLeft } from '../deadline-line.ts';
import { deadlineWords } from '../due-text.ts';
import type { Frame } from '../frame.ts';
import { bold, entry, message, paragraph } from '../message.ts';
import { pageOf, turning } from '../page.ts';
import { taskLine } from '../task-line.ts';
import { updateButtons } from './mine.ts';

export interface OverdueView {
  /** Whose: `UBND phường Kim Mã`. */
  readonly name: string;
  /** Longest first; last what is due today and past its hour. */
  readonly overdue: readonly Obligation[];
  readonly skip: number;
  readonly page: (skip: number) => Action;
  /** Whether the reader may report on them. */
  readonly mayReport: boolean;
}

const PER_PAGE = 6;

/** Which tasks are late, for how long, and with whom. Never in a group. */
export function overdueMessage(frame: Frame, view: OverdueView): Message {
  const { t } = frame;
  const shown = pageOf(byTaskAndDay(view.overdue, frame.book), view.skip, PER_PAGE);
  return message(
    [
      entry([bold(t('overdue.heading', { name: view.name }))], t('overdue.tasks', { count: shown.total })),
      ...shown.items.map((group) => groupEntry(frame, group)),
    ],
    [
      ...(view.mayReport
        ? updateButtons(
            frame,
            shown.items.flatMap(({ obligations }) => obligations),
          )
        : []),
      turning(frame, shown, view.page),
    ],
  );
}

/** By days; of today's work, by the hour that it names. */
function lateness(frame: Frame, one: Obligation): string {
  const words = deadlineWords(frame, one);
  const count = daysOverdue(one, frame.today);
  if (count > 0) return frame.t('overdue.group', { words, count });
  return frame.t('overdue.hour', { words, left: timeLeft(frame, one, 'private') });
}

function groupEntry(frame: Frame, { taskId, obligations }: TaskDay<Obligation>) {
  const { t, directory, book } = frame;
  const [first] = obligations;
  const names = obligations.map(({ owner }) => ownerName(directory, owner));
  return paragraph(
    [bold(taskLine(frame, taskById(book, taskId)))],
    lateness(frame, first),
    names.length === 1
      ? names.join('')
      : t('overdue.owners', { count: names.length, names: names.join(', ') }),
  );
}
