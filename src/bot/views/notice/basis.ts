import type { Message } from '../../../app/ports/message.ts';
import type { Line } from '../../../app/ports/notice-repository.ts';
import type { ReminderHold } from '../../../app/ports/reminder-holds.ts';
import type { NoticeId } from '../../../core/id.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { isOpen } from '../../../core/work/work-state.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import { deadlineLine } from '../deadline-line.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message, paragraph } from '../message.ts';
import { sourceLine, taskLine } from '../task-line.ts';

export interface BasisView {
  readonly notice: NoticeId;
  readonly obligations: readonly Obligation[];
  /** What the notice said. */
  readonly lines: readonly Line[];
  /** What the reader chose. */
  readonly holds: readonly ReminderHold[];
}

/** Why a reminder came: the task, in which role, at which stage, what comes next, and how to end it. */
export function basisMessage(frame: Frame, { notice, obligations, lines, holds }: BasisView): Message {
  const { t } = frame;
  const isMuted = ({ id }: Obligation) =>
    holds.some((hold) => hold.obligationId === id && hold.until === null);
  return message(
    [
      entry([bold(t('basis.heading'))]),
      ...obligations.map((one) => {
        const task = taskById(frame.book, one.taskId);
        const stage = lines.find((line) => line.obligationId === one.id)?.stage ?? '';
        return paragraph(
          [bold(taskLine(frame, task))],
          sourceLine(frame, task),
          deadlineLine(frame, one, 'private'),
          t(`basis.role.${one.owner.kind}`, { name: ownerName(frame.directory, one.owner) }),
          stageText(frame, stage),
          nextText(frame, one, isMuted(one)),
        );
      }),
      paragraph(t('basis.fixed')),
    ],
    inRows(
      obligations
        .filter(({ state }) => isOpen(state))
        .map((one) => {
          const { no } = taskById(frame.book, one.taskId);
          return isMuted(one)
            ? button(t('basis.unmute', { no }), { kind: 'card_unmute', obligation: one.id, notice })
            : button(t('basis.mute', { no }), { kind: 'card_mute', obligation: one.id, notice });
        }),
    ),
  );
}

function stageText({ t }: Frame, stage: string): string {
  const [kind = '', count = ''] = stage.split('-');
  switch (kind) {
    case 'before':
      return t('basis.stage.before', { count: Number(count) });
    case 'after':
      return t('basis.stage.after', { count: Number(count) });
    case 'due':
      return t('basis.stage.due');
    case 'quarter':
      return t('basis.stage.quarter');
    case 'meeting':
      return t('basis.stage.meeting');
    default:
      return t('basis.stage.again');
  }
}

function nextText({ t }: Frame, { state, nextStageOn }: Obligation, isMuted: boolean): string {
  if (isMuted) return t('basis.muted');
  return !isOpen(state) || nextStageOn === null
    ? t('basis.noNext')
    : t('basis.next', { day: weekdayDate(t, nextStageOn) });
}
