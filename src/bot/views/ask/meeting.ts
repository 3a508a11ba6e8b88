import type { Message } from '../../../app/ports/message.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { type Meeting, sameHalfDay } from '../../../core/work/step.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { bold, cancelling, choice, entry, message, paragraph, saying } from '../message.ts';
import { pageOf, turning } from '../page.ts';
import { taskLine } from '../task-line.ts';

/** `08:30, Thứ Năm 12/12/2024, Hội trường UBND phường` */
export function meetingText({ t }: Frame, { on, minute, place, chair }: Meeting): string {
  const time =
    minute === null
      ? []
      : [`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`];
  return [
    ...time,
    weekdayDate(t, on),
    ...(place === '' ? [] : [place]),
    ...(chair === '' ? [] : [t('meeting.chairedBy', { chair })]),
  ].join(', ');
}

export function askMeetingMessage(
  frame: Frame,
  step: 'when' | 'place' | 'chair',
  meeting: Meeting | null,
  isAgain = false,
): Message {
  const { t } = frame;
  const lines = [
    ...(isAgain ? [t('meeting.notRead')] : []),
    ...(meeting === null ? [] : [meetingText(frame, meeting)]),
    t(`meeting.ask.${step}`),
  ];
  return saying(lines.join('\n'), [
    [...(step === 'when' ? [] : [choice(t('button.skip'), 'skip')]), cancelling(t)],
  ]);
}

const PER_PAGE = 8;

/** The conferences that are announced, by day, each with those of its half-day. */
export function meetingsMessage(frame: Frame, announced: readonly Announced[], skip: number): Message {
  const { t, book } = frame;
  if (announced.length === 0) return saying(t('meeting.none'));
  const page = pageOf(announced, skip, PER_PAGE);
  const owner = (one: Announced) => ownerName(frame.directory, one.owner);
  return message(
    [
      entry([bold(t('meeting.calendar'))]),
      ...page.items.map((one) => {
        const clashing = announced.filter(
          (other) => other !== one && sameHalfDay(one.meeting, other.meeting),
        );
        return paragraph(
          t('meeting.entry', {
            meeting: meetingText(frame, one.meeting),
            owner: owner(one),
            task: taskLine(frame, taskById(book, one.taskId)),
          }),
          ...(clashing.length === 0 ? [] : [t('meeting.clash', { names: clashing.map(owner).join(', ') })]),
        );
      }),
    ],
    [turning(frame, page, (to) => ({ kind: 'meetings', skip: to }))],
  );
}

export type Announced = Obligation & { readonly meeting: Meeting };

/** A warning for each other conference of the same half-day. Announced conferences are no secret between clusters. */
export function meetingOverlaps(frame: Frame, one: Obligation, others: readonly Obligation[]) {
  const { meeting } = one;
  if (meeting === null) return [];
  return others
    .filter((other) => other.id !== one.id && other.meeting !== null && sameHalfDay(meeting, other.meeting))
    .map((other) =>
      paragraph(
        frame.t('meeting.overlaps', {
          owner: ownerName(frame.directory, other.owner),
          meeting: other.meeting === null ? '' : meetingText(frame, { ...other.meeting, chair: '' }),
        }),
      ),
    );
}
