import type { Message } from '../../../app/ports/message.ts';
import type { Notice } from '../../../app/ports/notice-repository.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import { updateButton } from '../ask/mine.ts';
import { dueDayOf, dueText, hoursLeft } from '../due-text.ts';
import type { Frame } from '../frame.ts';
import { bold, entry, message, paragraph } from '../message.ts';
import { stateText } from '../report/report.ts';
import { taskLine } from '../task-line.ts';
import { buttonsFor, copyOf, namesOf } from './assignment.ts';

export interface HourReminded {
  readonly obligation: Obligation;
  /** Its hour has come. */
  readonly hasCome: boolean;
}

/** All work with an hour of which one instant reminds one person; one task of the day is answered here. */
export function assignmentReminder(
  frame: Frame,
  told: readonly HourReminded[],
  { id: notice, late }: Pick<Notice, 'id' | 'late'>,
): Message {
  const { t, book, today } = frame;
  const own = told.map(({ obligation }) => obligation);
  const [first] = own;
  const single = first !== undefined && own.length === 1 ? taskById(book, first.taskId) : null;
  return message(
    [
      entry([
        bold(
          t('assign.reminder.heading', {
            name: [...new Set(own.map((one) => namesOf(frame, [one])))].join(', '),
            date: weekdayDate(t, today),
          }),
        ),
      ]),
      ...told.map((one) => remindedEntry(frame, one)),
      ...(late ? [paragraph(t('assign.reminder.late'))] : []),
    ],
    [
      ...(single?.given === true
        ? buttonsFor(frame, single, own)
        : own.map((one) => [updateButton(frame, one)])),
      copyOf(frame, notice),
    ],
  );
}

function remindedEntry(frame: Frame, { obligation, hasCome }: HourReminded) {
  const { t, book } = frame;
  const task = taskById(book, obligation.taskId);
  const day = dueDayOf(obligation);
  const due = day === null ? obligation.words : dueText(frame, day);
  const left = day === null ? '' : hoursLeft(frame, day);
  const isGiven = task.given === true;
  return paragraph(
    [bold(taskLine(frame, task))],
    ...(hasCome || left === ''
      ? [...(isGiven ? [] : [obligation.words]), t('assign.reminder.come', { due })]
      : [t('assign.reminder.ahead', { due: isGiven ? due : obligation.words, left })]),
    ...(hasCome ? [] : [stateText(frame, obligation)]),
  );
}
