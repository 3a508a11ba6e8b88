import type { Message } from '../../app/ports/message.ts';
import type { TaskId } from '../../core/id.ts';
import { daysOverdue } from '../../core/obligation/due-state.ts';
import type { Unit, UnitContact } from '../../core/organisation/unit.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import type { Call } from '../../core/reminder/calls.ts';
import type { Frame } from './frame.ts';
import { bold, button, entry, message, paragraph, saying } from './message.ts';

/**
 * Whom to call about what is awaited, with their numbers: for the secretariat alone. `taskId` where all is of one task.
 */
export function callList(frame: Frame, calls: readonly Call[], taskId: TaskId | null): Message {
  const { t, book } = frame;
  if (calls.length === 0) return saying(t('calls.none'));
  return message(
    [
      entry([bold(t('calls.heading', { count: calls.length }))]),
      ...calls.map((call) => callEntry(frame, call.unit, whyText(frame, call))),
    ],
    taskId === null
      ? []
      : [
          [
            button(t('button.recordNo', { no: taskById(book, taskId).no }), {
              kind: 'record',
              task: taskId,
            }),
          ],
        ],
  );
}

/** A unit with whom to ask for there; `why` it is called, empty where the heading says it. */
export function callEntry({ t }: Frame, { name, contact }: Unit, why: string) {
  return paragraph(
    [bold(name)],
    ...(why === '' ? [] : [why]),
    ...(contact === null ? [t('calls.noContact')] : contactLines(contact)),
  );
}

/** Who is there by telephone, as the list of units has it: for the secretariat alone. */
export function contactLines({ name, title, phone, leaderName, leaderTitle }: UnitContact): string[] {
  const line = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  return [line(name, title, phone), leaderName === '' ? '' : line(leaderName, leaderTitle)].filter(
    (one) => one !== '',
  );
}

/** `mục 6, 7 · quá hạn 3 ngày · đầu mối đã chặn bot` */
function whyText({ t, book, today }: Frame, { awaited, unheard }: Call): string {
  const numbers = [...new Set(awaited.map(({ taskId }) => taskById(book, taskId).no))].join(', ');
  const late = Math.max(...awaited.map((one) => daysOverdue(one, today)));
  return [
    t('button.taskNo', { no: numbers }),
    ...(late > 0 ? [t('calls.late', { count: late })] : []),
    ...(unheard === null ? [] : [t(`calls.unheard.${unheard}`)]),
  ].join(' · ');
}
