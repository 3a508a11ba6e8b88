import type { Message } from '../../app/ports/message.ts';
import type { NoticeId } from '../../core/id.ts';
import { daysOverdue } from '../../core/obligation/due-state.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { isOpen } from '../../core/obligation/work-state.ts';
import { isCourteous } from '../../core/organisation/courteous.ts';
import { ownerName } from '../../core/organisation/owner-name.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import { weekdayDate } from '../../i18n/days.ts';
import { deadlineWords } from './due-text.ts';
import type { Frame } from './frame.ts';
import { bold, button, entry, message, paragraph, saying } from './message.ts';
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
        button(t('escalation.report'), { kind: 'escalation_report', notice }),
        button(t('escalation.wait'), { kind: 'escalation_wait', notice }),
      ],
      [button(t('button.calls'), { kind: 'calls' })],
    ],
  );
}

/** A few lines to forward to the leader, by the secretary's own hand: what is still open of what was handed over. */
export function escalationReport(frame: Frame, obligations: readonly Obligation[]): Message {
  const { t, directory, book, today } = frame;
  const open = obligations.filter(({ state }) => isOpen(state));
  if (open.length === 0) return saying(t('escalation.reportNone'));
  const owners = new Set(open.map((one) => ownerName(directory, one.owner)));
  return message([
    entry(
      t('escalation.reportHeading', {
        day: weekdayDate(t, today),
        count: open.length,
        owners: owners.size,
      }),
    ),
    ...open.map((one) =>
      entry(
        `• ${t('escalation.reportLine', {
          owner: ownerName(directory, one.owner),
          task: taskLine(frame, taskById(book, one.taskId)),
          words: deadlineWords(frame, one),
        })}`,
      ),
    ),
    paragraph(t('overview.asOf', moment(frame, frame.now))),
  ]);
}

/** What a press on mute or unmute came to. */
export const mutedText = (frame: Frame, obligation: Obligation, isMuted: boolean): string =>
  frame.t(isMuted ? 'reminder.muted' : 'reminder.unmuted', {
    task: taskLine(frame, taskById(frame.book, obligation.taskId)),
  });
