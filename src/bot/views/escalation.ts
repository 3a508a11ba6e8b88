import type { Message } from '../../app/ports/message.ts';
import type { NoticeId } from '../../core/id.ts';
import { daysOverdue } from '../../core/obligation/due-state.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { isCourteous } from '../../core/organisation/courteous.ts';
import { ownerName } from '../../core/organisation/owner-name.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import type { Frame } from './frame.ts';
import { bold, button, entry, message, paragraph } from './message.ts';
import { moment } from './report.ts';
import { taskLine } from './task-line.ts';

export interface EscalationView {
  readonly notice: NoticeId;
  /** What its owners did not settle after the last word to them. */
  readonly obligations: readonly Obligation[];
  readonly late: boolean;
}

/** What is now the secretary's to take up: nobody above is written to without them. */
export function escalationMessage(frame: Frame, { notice, obligations, late }: EscalationView): Message {
  const { t, today, directory, book } = frame;
  const owners = new Set(obligations.map((one) => ownerName(directory, one.owner)));
  return message(
    [
      entry([bold(t('escalation.heading', { count: owners.size }))], t('escalation.nobodyElse')),
      ...obligations.map((one) =>
        entry(
          `• ${t('overdue.entry', {
            owner: ownerName(directory, one.owner),
            task: taskLine(frame, taskById(book, one.taskId)),
            count: daysOverdue(one, today),
          })}${isCourteous(directory, one.owner) ? ` · ${t('escalation.courteous')}` : ''}`,
        ),
      ),
      ...(late ? [paragraph(t('reminder.late', moment(frame, frame.now)))] : []),
    ],
    [
      [
        button(t('escalation.call'), { kind: 'escalation_call', notice }),
        button(t('button.calls'), { kind: 'calls' }),
        button(t('escalation.wait'), { kind: 'escalation_wait', notice }),
      ],
    ],
  );
}

/** What a press on mute or unmute came to. */
export const mutedText = (frame: Frame, obligation: Obligation, isMuted: boolean): string =>
  frame.t(isMuted ? 'reminder.muted' : 'reminder.unmuted', {
    task: taskLine(frame, taskById(frame.book, obligation.taskId)),
  });
