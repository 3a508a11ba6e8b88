import type { Button, Message } from '../../../app/ports/message.ts';
import { type AlikeTasks, alikeTasks } from '../../../core/plan/alike-tasks.ts';
import { partiesOf, type Task } from '../../../core/plan/plan-book.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph, saying, shortTitle } from '../message.ts';
import { rowOf } from '../task-number.ts';

/** Two tasks that look like one duty, the plans' own words of both, and the choice. */
export function alikeMessage(frame: Frame, wanted: number): Message {
  const { t, book, today } = frame;
  const pairs = alikeTasks(book, today);
  const skip = wanted < pairs.length ? wanted : 0;
  const pair = pairs[skip];
  if (pair === undefined) {
    const plans = button(t('setUp.to.plan'), { kind: 'set_up', page: 'plan' });
    return saying(t('kin.none'), [[plans, button(t('button.inbox'), { kind: 'inbox' })]]);
  }
  const { earlier, later } = pair;
  const decide = (answer: 'same' | 'apart') =>
    button(t(`kin.button.${answer}`), {
      kind: 'pair',
      task: earlier.id,
      another: later.id,
      answer,
      skip,
    } as const);
  const twins = pairs.filter(({ areTwins }) => areTwins).length;
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
      ...(twins < FEWEST_TWINS
        ? []
        : [[button(t('kin.button.twins', { count: twins }), { kind: 'twins', skip: 0 } as const)]]),
      [
        button(t('button.inbox'), { kind: 'inbox' } as const),
        ...(next === null ? [] : [button(t('import.button.later'), next)]),
      ],
    ],
  );
}

const FEWEST_TWINS = 3;
const TWINS_PER_PAGE = 10;

/** Pairs whose rows say the very same. */
export const twinsOf = ({ book, today }: Frame): AlikeTasks[] =>
  alikeTasks(book, today).filter(({ areTwins }) => areTwins);

/** All pairs that say the very same, and the one press that joins them. */
export function twinsMessage(frame: Frame, wanted: number): Message {
  const { t } = frame;
  const twins = twinsOf(frame);
  const skip = wanted < twins.length ? wanted : 0;
  if (twins.length === 0) return alikeMessage(frame, 0);
  const to = (at: number) => ({ kind: 'twins', skip: at }) as const;
  return message(
    [
      entry([bold(t('kin.twins', { count: twins.length }))]),
      ...twins
        .slice(skip, skip + TWINS_PER_PAGE)
        .map(({ earlier, later }) =>
          paragraph(`${rowOf(frame, earlier)} = ${rowOf(frame, later)}`, shortTitle(later.title, 60)),
        ),
      paragraph(t('kin.meaning')),
    ],
    [
      [
        button(t('kin.button.joinAll', { count: twins.length }), {
          kind: 'pair_twins',
          count: twins.length,
        } as const),
      ],
      [
        ...(skip > 0 ? [button('◀', to(Math.max(0, skip - TWINS_PER_PAGE)))] : []),
        button(t('kin.button.oneByOne'), { kind: 'alike', skip: 0 } as const),
        ...(skip + TWINS_PER_PAGE < twins.length
          ? [button(t('button.more'), to(skip + TWINS_PER_PAGE))]
          : []),
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
