import type { Message } from '../../../app/ports/message.ts';
import type { Task } from '../../../core/plan/plan-book.ts';
import { kinOf } from '../../../core/plan/same-duty.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph, saying } from '../message.ts';
import { taskLine } from '../task-line.ts';
import { rowEntry } from './alike.ts';

/** The rows that are one duty, each to be taken apart from the others. */
export function kinMessage(frame: Frame, task: Task): Message {
  const { t, book } = frame;
  const kin = kinOf(book, task);
  if (kin.length === 1) return saying(t('kin.alone', { task: taskLine(frame, task) }));
  return message(
    [
      entry([bold(t('kin.together', { count: kin.length }))]),
      ...kin.map((one) => rowEntry(frame, one)),
      paragraph(t('kin.meaning')),
    ],
    kin
      .filter(({ id }) => id !== task.id)
      .map((one) => [
        button(t('kin.button.part', { no: one.no }), { kind: 'part', task: one.id, from: task.id } as const),
      ]),
  );
}
