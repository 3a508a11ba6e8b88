import type { Message } from '../../../app/ports/message.ts';
import { addWorkingDays, nextWorkingDay } from '../../../core/calendar/work-calendar.ts';
import type { Extension } from '../../../core/obligation/extension.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { calendarsOf } from '../../../core/organisation/calendars.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { addDays, type LocalDate } from '../../../core/time/local-date.ts';
import { shortDate, weekdayDate } from '../../../i18n/days.ts';
import { deadlineLine } from '../deadline-line.ts';
import { deadlineWords } from '../due-text.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { bold, button, cancelling, choice, entry, inRows, message, paragraph } from '../message.ts';
import { taskLine } from '../task-line.ts';

export const EXTENSION_REASONS = ['guidance', 'opinion', 'staff', 'partner'] as const;

const heading = (frame: Frame, obligation: Obligation) =>
  entry(
    [bold(taskLine(frame, taskById(frame.book, obligation.taskId)))],
    ownerName(frame.directory, obligation.owner),
    deadlineLine(frame, obligation, 'private'),
  );

const cancel = ({ t }: Frame) => [cancelling(t)];

/** Working days to choose from, counted from the deadline or, where it has passed, from today. */
export function extensionDays(frame: Frame, obligation: Obligation, isAgain = false): Message {
  const { t, today, directory } = frame;
  const { work } = calendarsOf(directory.settings);
  const { dueOn } = obligation;
  const from = dueOn !== null && dueOn > today ? dueOn : today;
  const days = [
    addWorkingDays(work, from, 3),
    nextWorkingDay(work, addDays(from, 7)),
    nextWorkingDay(work, addDays(from, 14)),
    nextWorkingDay(work, addDays(from, 30)),
  ];
  return message(
    [
      heading(frame, obligation),
      ...(isAgain ? [paragraph(t('extension.dayNotRead'))] : []),
      paragraph(t('extension.askDay')),
    ],
    [
      ...inRows(
        [...new Set(days)].map((day) => choice(shortDate(day), `on-${day}`)),
        2,
      ),
      cancel(frame),
    ],
  );
}

export function extensionReasons(frame: Frame, obligation: Obligation, wantedOn: LocalDate): Message {
  const { t } = frame;
  return message(
    [
      heading(frame, obligation),
      paragraph(
        t('extension.wanted', { day: weekdayDate(t, wantedOn) }),
        t('extension.askReason', withSecretariat(frame)),
      ),
    ],
    [
      ...inRows(
        EXTENSION_REASONS.map((code) => choice(t(`extension.reason.${code}`), code)),
        1,
      ),
      cancel(frame),
    ],
  );
}

export function extensionAsked(
  frame: Frame,
  obligation: Obligation,
  { wantedOn, reason }: Extension,
): Message {
  const { t } = frame;
  const { no } = taskById(frame.book, obligation.taskId);
  const params = {
    owner: ownerName(frame.directory, obligation.owner),
    no,
    day: weekdayDate(t, wantedOn),
    reason,
  };
  return message(
    [
      entry(t('extension.asked', withSecretariat(frame, params))),
      entry(t('extension.stands', { words: deadlineWords(frame, obligation) })),
    ],
    [[button(t('button.mine'), { kind: 'mine', skip: 0 })]],
  );
}
