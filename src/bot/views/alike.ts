import type { Button, Message } from '../../app/ports/message.ts';
import { alikeTasks } from '../../core/plan/alike-tasks.ts';
import { partiesOf, type Task } from '../../core/plan/plan-book.ts';
import type { Frame } from './frame.ts';
import { bold, button, entry, message, paragraph, saying } from './message.ts';
import { rowOf } from './task-number.ts';

/** Two tasks that look like one duty, the plans' own words of both, and the choice. */
export function alikeMessage(frame: Frame, wanted: number): Message {
  const { t, book, today } = frame;
  const pairs = alikeTasks(book, today);
  const skip = wanted < pairs.length ? wanted : 0;
  const pair = pairs[skip];
  if (pair === undefined) return saying(t('kin.none'), [[button(t('button.inbox'), { kind: 'inbox' })]]);
  const { earlier, later } = pair;
  const decide = (answer: 'same' | 'apart') =>
    button(t(`kin.button.${answer}`), {
      kind: 'pair',
      task: earlier.id,
      another: later.id,
      answer,
      skip,
    } as const);
  const next = skip + 1 < pairs.length ? ({ kind: 'alike', skip: skip + 1 } as const) : null;
  return message(
    [
      entry([bold(t('kin.heading', { place: skip + 1, total: pairs.length }))]),
      rowEntry(frame, earlier),
      rowEntry(frame, later),
      paragraph(t('kin.meaning')),
    ],
    [
      [decide('same'), decide('apart')],
      [
        button(t('button.inbox'), { kind: 'inbox' } as const),
        ...(next === null ? [] : [button(t('import.button.later'), next)]),
      ],
    ],
  );
}

/** The way to the pairs that wait; none where none does. */
export const alikeButton = ({ t }: Frame, count: number): Button[] =>
  count === 0 ? [] : [button(t('kin.button.open', { count }), { kind: 'alike', skip: 0 } as const)];

/** A row as its plan has it. */
export function rowEntry(frame: Frame, task: Task) {
  const { t } = frame;
  const leads = partiesOf(task, 'lead').map(({ words }) => words);
  return paragraph(
    [bold(rowOf(frame, task))],
    task.title,
    ...(leads.length === 0 ? [] : [t('task.lead', { names: leads.join(', ') })]),
    task.deadlineWords === '' ? t('task.noDeadline') : t('task.deadline', { words: task.deadlineWords }),
  );
}
