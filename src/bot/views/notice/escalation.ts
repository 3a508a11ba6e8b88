import type { Message } from '../../../app/ports/message.ts';
import type { NoticeId } from '../../../core/id.ts';
import { isCourteous } from '../../../core/obligation/courteous.ts';
import { daysOverdue } from '../../../core/obligation/due-state.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { byTaskAndDay } from '../../../core/obligation/task-day.ts';
import { type PlanBook, taskById } from '../../../core/plan/plan-book.ts';
import { isOpen } from '../../../core/work/work-state.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import { deadlineWords } from '../due-text.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph, saying } from '../message.ts';
import { moment } from '../moment.ts';
import { taskLine } from '../task-line.ts';

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
      ...groupsOf(obligations, book).map((group) =>
        entry(
          `• ${t('escalation.line', {
            names: group.obligations.map((one) => named(frame, one)).join(', '),
            task: taskLine(frame, taskById(book, group.taskId)),
            count: daysOverdue(group.first, today),
          })}`,
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

/** What was said, ending with what its reader chose; a later choice takes the place of the one before. */
export const withChoice = (said: Message, chosen: string): Message => ({
  ...said,
  entries: [...said.entries, paragraph(chosen)],
});

/** So many names one message holds for certain. */
const NAMES_A_LINE = 40;

/** By duty and day, at most so many owners each. */
const groupsOf = (obligations: readonly Obligation[], book: PlanBook) =>
  byTaskAndDay(obligations, book).flatMap(({ taskId, obligations: all }) =>
    Array.from({ length: Math.ceil(all.length / NAMES_A_LINE) }, (_, index) => {
      const some = all.slice(index * NAMES_A_LINE, (index + 1) * NAMES_A_LINE);
      return { taskId, obligations: some, first: some[0] ?? all[0] };
    }),
  );

/** Whoever is asked, not told, is spoken to directly. */
const named = ({ t, directory }: Frame, { owner }: Obligation): string =>
  isCourteous(directory, owner)
    ? `${ownerName(directory, owner)} (${t('escalation.courteous')})`
    : ownerName(directory, owner);

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
    ...groupsOf(open, book).map((group) =>
      entry(
        `• ${t('escalation.reportLine', {
          names: group.obligations.map((one) => ownerName(directory, one.owner)).join(', '),
          task: taskLine(frame, taskById(book, group.taskId)),
          words: deadlineWords(frame, group.first),
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
