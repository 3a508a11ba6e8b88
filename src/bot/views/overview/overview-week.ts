import { liesIn } from '../../../core/obligation/due-state.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { byTaskAndDay } from '../../../core/obligation/task-day.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { addDays, weekdayOf } from '../../../core/time/local-date.ts';
import { isOpen } from '../../../core/work/work-state.ts';
import { deadlineWords } from '../due-text.ts';
import type { Frame } from '../frame.ts';
import { bold, entry } from '../message.ts';
import { weekOfDay } from '../period.ts';
import { taskLine } from '../task-line.ts';

/** From this weekday on, Thursday, an overview closes the week; before, it opens it. */
const CLOSING_WEEKDAY = 4;
const TASKS_SHOWN = 5;

/** What an overview is for: at the week's beginning what falls due in it, at its end what was done, and the next one. */
export function overviewWeek(frame: Frame, obligations: readonly Obligation[], doneThisWeek: number) {
  const { t, today, book } = frame;
  const isClosing = weekdayOf(today) >= CLOSING_WEEKDAY;
  const { from, to } = weekOfDay(addDays(today, isClosing ? 7 : 0));
  const open = obligations.filter((one) => isOpen(one.state) && liesIn(one, from, to));
  const due = byTaskAndDay(open, book);
  const which = isClosing ? 'next' : 'this';
  return [
    ...(isClosing ? [entry(t('overview.done', { count: doneThisWeek }))] : []),
    ...(due.length === 0
      ? [entry(t(`overview.due.none.${which}`))]
      : [
          entry(
            [bold(t(`overview.due.heading.${which}`))],
            ...due.slice(0, TASKS_SHOWN).map((group) =>
              t('overview.due.line', {
                words: deadlineWords(frame, group.obligations[0]),
                task: taskLine(frame, taskById(book, group.taskId)),
                count: group.obligations.length,
              }),
            ),
            ...(due.length > TASKS_SHOWN
              ? [t('overview.due.more', { count: due.length - TASKS_SHOWN })]
              : []),
          ),
        ]),
  ];
}
