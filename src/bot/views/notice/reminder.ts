import type { Button, Message } from '../../../app/ports/message.ts';
import { isWorkingDay, previousWorkingDay } from '../../../core/calendar/work-calendar.ts';
import type { NoticeId } from '../../../core/id.ts';
import { isCourteous } from '../../../core/obligation/courteous.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { calendarsOf } from '../../../core/organisation/calendars.ts';
import { type Task, taskById } from '../../../core/plan/plan-book.ts';
import { addDays, weekdayOf } from '../../../core/time/local-date.ts';
import { quarterOf } from '../../../core/time/quarter.ts';
import type { Meeting } from '../../../core/work/step.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import { meetingText } from '../ask/meeting.ts';
import { updateButtons } from '../ask/mine.ts';
import { deadlineLine, extendedWords } from '../deadline-line.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message, paragraph } from '../message.ts';
import { moment } from '../moment.ts';
import { quarterParams } from '../period.ts';
import { stateText } from '../report/report.ts';
import { taskLine } from '../task-line.ts';
import { numberOnButton, planMark } from '../task-number.ts';

export interface ReminderView {
  readonly notice: NoticeId;
  readonly obligations: readonly Obligation[];
  /** Those whose last stage this is. */
  readonly last: ReadonlySet<Obligation['id']>;
  /** Sent long after its slot. */
  readonly late: boolean;
}

/** All that one person is to be reminded of this morning. */
export function reminderMessage(frame: Frame, { notice, obligations, last, late }: ReminderView): Message {
  const { t, directory } = frame;
  const names = [...new Set(obligations.map((one) => ownerName(directory, one.owner)))];
  const among: Among = {
    named: names.length > 1,
    beside: obligations.map(({ taskId }) => taskById(frame.book, taskId)),
  };
  return message(
    [
      entry(
        [bold(t('reminder.heading', { name: names.join(', '), date: weekdayDate(t, frame.today) }))],
        t('reminder.count', { count: obligations.length }),
      ),
      ...obligations
        .filter(({ dueOn }) => dueOn !== null)
        .map((one) => reminderEntry(frame, one, among, last.has(one.id))),
      ...standingEntry(
        frame,
        obligations.filter(({ dueOn }) => dueOn === null),
        among,
      ),
      ...(late ? [paragraph(t('reminder.late', moment(frame, frame.now)))] : []),
    ],
    [
      ...answersTo(frame, obligations),
      [
        button(t('reminder.snooze'), { kind: 'snooze', notice }),
        button(t('reminder.basis'), { kind: 'basis', notice }),
        button(t('button.plainCopy'), { kind: 'plain_copy', notice }),
      ],
    ],
  );
}

/** What one message reminds of. */
interface Among {
  /** Of several owners. */
  readonly named: boolean;
  readonly beside: readonly Task[];
}

/** What has no day is asked about together, once a quarter. */
function standingEntry(frame: Frame, obligations: readonly Obligation[], among: Among) {
  const { t, today, directory } = frame;
  if (obligations.length === 0) return [];
  const key = obligations.every(({ owner }) => isCourteous(directory, owner))
    ? 'standingCourteous'
    : 'standing';
  return [
    paragraph(t(`reminder.${key}`, quarterParams(quarterOf(today)))),
    ...obligations.map((one) =>
      entry([bold(taskLine(frame, taskById(frame.book, one.taskId)))], whoseAndHow(frame, one, among)),
    ),
  ];
}

function reminderEntry(frame: Frame, obligation: Obligation, among: Among, isLast: boolean) {
  const isAsked = isCourteous(frame.directory, obligation.owner);
  return paragraph(
    [bold(taskLine(frame, taskById(frame.book, obligation.taskId)))],
    stageLine(frame, obligation),
    whoseAndHow(frame, obligation, among, heldQuestion(frame, obligation)),
    ...(isLast && !isAsked ? [frame.t('reminder.last')] : []),
  );
}

/** Whose it is where several are reminded, of which plan where its number is that of two, and how it stands. */
const whoseAndHow = (
  frame: Frame,
  one: Obligation,
  { named, beside }: Among,
  how = stateText(frame, one),
): string =>
  [
    named ? ownerName(frame.directory, one.owner) : '',
    planMark(frame, taskById(frame.book, one.taskId), beside),
    how,
  ]
    .filter((part) => part !== '')
    .join(' · ');

/** An announced conference whose day is over; nobody has said what became of it. */
const meetingPassed = ({ today }: Frame, { step, meeting }: Obligation): Meeting | null =>
  step === 'scheduled' && meeting !== null && meeting.on < today ? meeting : null;

/** In place of how it stands. */
function heldQuestion(frame: Frame, obligation: Obligation): string | undefined {
  const meeting = meetingPassed(frame, obligation);
  return meeting === null
    ? undefined
    : frame.t('reminder.meeting', { meeting: meetingText(frame, { ...meeting, place: '', chair: '' }) });
}

/**
 * What is asked with two answers has them at hand, unless several owe that row; the third, not yet, is to be asked
 * again tomorrow.
 */
function answersTo(frame: Frame, obligations: readonly Obligation[]): Button[][] {
  const { t, book } = frame;
  const tasks = obligations.map(({ taskId }) => taskById(book, taskId));
  const isAsked = (one: Obligation): boolean =>
    meetingPassed(frame, one) !== null &&
    obligations.filter(({ taskId }) => taskId === one.taskId).length === 1;
  const answers = obligations.filter(isAsked).flatMap(({ id, taskId }) =>
    (['held', 'scheduled'] as const).map((step) =>
      button(
        t(`reminder.meetingAnswer.${step}`, { no: numberOnButton(frame, taskById(book, taskId), tasks) }),
        {
          kind: 'step',
          obligation: id,
          step,
        },
      ),
    ),
  );
  const others = obligations.filter((one) => !isAsked(one));
  return [...inRows(answers, 2), ...updateButtons(frame, others)];
}

/** What the day says: time left; the day off that the deadline falls on; the named day; what has not come. */
function stageLine(frame: Frame, obligation: Obligation): string {
  const { t, today, directory } = frame;
  const { dueOn, namedOn, overdueFrom, words } = obligation;
  if (dueOn === null || overdueFrom === null) return words;
  if (isCourteous(directory, obligation.owner)) {
    return t('reminder.courteous', { words, day: weekdayDate(t, namedOn ?? dueOn) });
  }
  if (today > dueOn) {
    return today < overdueFrom
      ? t('reminder.named', { words })
      : t('reminder.after', {
          words: extendedWords(frame, obligation, taskById(frame.book, obligation.taskId)),
          day: weekdayDate(t, addDays(overdueFrom, -1)),
        });
  }
  const line = deadlineLine(frame, obligation, 'private');
  const { work } = calendarsOf(directory.settings);
  if (isWorkingDay(work, dueOn)) return line;
  const workday = previousWorkingDay(work, dueOn);
  // Once the working day before it has passed, that advice helps nobody.
  if (today > workday) return line;
  return `${line}\n${t(weekdayOf(dueOn) <= 5 ? 'reminder.holiday' : 'reminder.dayOff', { day: weekdayDate(t, dueOn), workday: weekdayDate(t, workday) })}`;
}
