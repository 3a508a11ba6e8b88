import type { UnownedWork } from '../../../app/overview/unowned-work.ts';
import type { Message } from '../../../app/ports/message.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { fullDate } from '../../../i18n/days.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { bold, button, entry, message, paragraph, saying } from '../message.ts';
import { pageOf, turning } from '../page.ts';
import { taskLine } from '../task-line.ts';

const PER_PAGE = 6;

/** Work that nobody owes any more, with what can be done about it. */
export function unownedMessage(
  frame: Frame,
  { obligations, occurrences }: UnownedWork,
  from: number,
): Message {
  const { t, book, directory } = frame;
  const rows = [
    ...obligations.map(({ taskId, dueOn, owner }) => ({
      task: taskLine(frame, taskById(book, taskId)),
      line: t('unowned.was', { owner: ownerName(directory, owner) }),
      dueOn,
    })),
    ...occurrences.map(({ taskId, dueOn }) => ({
      task: taskLine(frame, taskById(book, taskId)),
      line: t('unowned.nobody'),
      dueOn,
    })),
  ].toSorted((one, other) => ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1));
  if (rows.length === 0) return saying(t('unowned.none'), [[button(t('button.inbox'), { kind: 'inbox' })]]);
  const page = pageOf(rows, from, PER_PAGE);
  return message(
    [
      entry([bold(t('unowned.heading', { count: rows.length }))]),
      ...page.items.map(({ task, line, dueOn }) =>
        paragraph(task, t('unowned.line', { day: dueOn === null ? '' : fullDate(dueOn), owner: line })),
      ),
      paragraph(t('unowned.hint', withSecretariat(frame))),
    ],
    [
      turning(frame, page, (skip) => ({ kind: 'unowned', skip })),
      [button(t('button.inbox'), { kind: 'inbox' })],
    ],
  );
}
