import type { Message } from '../../app/ports/message.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { ownerName } from '../../core/organisation/owner-name.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import { fullDate } from '../../i18n/days.ts';
import { deadlineLine } from './deadline-line.ts';
import type { Frame } from './frame.ts';
import { bold, button, entry, inRows, message, paragraph, saying } from './message.ts';
import { stateText } from './report.ts';
import { taskLine } from './task-line.ts';

const PER_PAGE = 6;

/** A person's own open obligations, most urgent first, each with its button. */
export function mineMessage(
  frame: Frame,
  units: readonly string[],
  open: readonly Obligation[],
  from: number,
): Message {
  const { t } = frame;
  // The list may have grown shorter since the button was drawn.
  const skip = from < open.length ? from : 0;
  const names = units.join(', ');
  if (open.length === 0) return saying(t('mine.none', { units: names }));
  const page = open.slice(skip, skip + PER_PAGE);
  const more = skip + PER_PAGE < open.length;
  return message(
    [
      entry(
        [bold(t('mine.heading', { units: names, date: fullDate(frame.today) }))],
        t('mine.count', { count: open.length }),
      ),
      ...page.map((one) => obligationEntry(frame, one, units.length > 1)),
    ],
    [
      ...inRows(page.map((one) => updateButton(frame, one))),
      [
        ...(skip > 0
          ? [button(t('button.back'), { kind: 'mine', skip: Math.max(0, skip - PER_PAGE) } as const)]
          : []),
        ...(more ? [button(t('button.more'), { kind: 'mine', skip: skip + PER_PAGE } as const)] : []),
      ],
    ],
  );
}

/** A task with its deadline and state, under the owner's name where several are shown. */
export function obligationEntry(frame: Frame, obligation: Obligation, named: boolean) {
  const task = taskById(frame.book, obligation.taskId);
  const owner = ownerName(frame.directory, obligation.owner);
  return paragraph(
    [bold(taskLine(frame, task))],
    deadlineLine(frame, obligation, 'private'),
    `${named ? `${owner} · ` : ''}${stateText(frame, obligation)}`,
  );
}

/** `6 · Cập nhật` */
export const updateButton = (frame: Frame, obligation: Obligation) =>
  button(frame.t('button.updateNo', { no: taskById(frame.book, obligation.taskId).no }), {
    kind: 'steps',
    obligation: obligation.id,
  });
