import type { Message } from '../../app/ports/message.ts';
import { RECORD_SOURCES, type RecordedFrom } from '../../app/ports/report-repository.ts';
import type { RecordedForOwners } from '../../app/record-for-owners.ts';
import type { ObligationId, TaskId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { ownerName } from '../../core/organisation/owner-name.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import { deadlineLine } from './deadline-line.ts';
import type { Frame } from './frame.ts';
import { bold, button, entry, inRows, message, paragraph, saying, shortTitle } from './message.ts';
import { taskLine } from './task-line.ts';

const TASKS_OFFERED = 10;
const LABEL = 13;
const LONGER_LABEL = 18;
/** From so many names on, the two words with which they all begin tell nothing. */
const ALIKE = 3;

export function recordTasks(frame: Frame, taskIds: readonly TaskId[]): Message {
  const { t, book } = frame;
  if (taskIds.length === 0) return saying(t('record.noTasks'));
  return message(
    [entry([bold(t('record.heading'))], t('record.askTask'))],
    inRows(
      taskIds
        .slice(0, TASKS_OFFERED)
        .map((task) =>
          button(shortTitle(taskLine(frame, taskById(book, task)), 40), { kind: 'record', task }),
        ),
      1,
    ),
  );
}

/** Everybody who owes the task, ticked or not, on one screen. */
export function recordTicks(
  frame: Frame,
  taskId: TaskId,
  owners: readonly Obligation[],
  ticked: ReadonlySet<ObligationId>,
): Message {
  const { t, book, directory } = frame;
  const [first] = owners;
  const isTicked = (index: number) => owners.slice(index, index + 1).some(({ id }) => ticked.has(id));
  return message(
    [
      entry(
        [bold(taskLine(frame, taskById(book, taskId)))],
        ...(first === undefined ? [] : [deadlineLine(frame, first, 'private')]),
      ),
      paragraph(t('record.askWho', { count: ticked.size, total: owners.length })),
    ],
    [
      ...inRows(
        shortNames(owners.map((one) => ownerName(directory, one.owner))).map((name, index) =>
          button(`${isTicked(index) ? '☑' : '☐'} ${name}`, { kind: 'dialogue', choice: `u-${index}` }),
        ),
      ),
      [
        button(t(ticked.size === owners.length ? 'button.tickNone' : 'button.tickAll'), {
          kind: 'dialogue',
          choice: 'all',
        }),
        button(t('button.continue'), { kind: 'dialogue', choice: 'next' }),
        button(t('button.cancel'), { kind: 'dialogue', choice: 'cancel' }),
      ],
    ],
  );
}

/**
 * Names as short as a third of a phone's width, without the words that many of them begin with, as far as each is
 * still told from all others: a ward and a school may share the rest of their names.
 */
function shortNames(names: readonly string[]): string[] {
  const opening = (name: string) => name.split(' ').slice(0, 2).join(' ');
  const alike = (name: string) => names.filter((other) => opening(other) === opening(name)).length;
  const forms: readonly ((name: string) => string)[] = [
    (name) => shortTitle(alike(name) >= ALIKE ? name.slice(opening(name).length).trim() : name, LABEL),
    (name) => shortTitle(alike(name) >= ALIKE ? name.slice(name.indexOf(' ') + 1) : name, LONGER_LABEL),
  ];
  return names.map((name) => {
    const told = forms.find((form) => names.filter((other) => form(other) === form(name)).length === 1);
    return told === undefined ? name : told(name);
  });
}

export const recordAskSource = (frame: Frame, taskId: TaskId, count: number): Message =>
  message(
    [
      entry([bold(taskLine(frame, taskById(frame.book, taskId)))]),
      paragraph(frame.t('record.askSource', { count })),
    ],
    [
      RECORD_SOURCES.map((source) =>
        button(frame.t(`record.source.${source}`), { kind: 'dialogue', choice: source }),
      ),
      steer(frame),
    ],
  );

export const recordAskSaidBy = (frame: Frame): Message =>
  saying(frame.t('record.askSaidBy'), [
    [button(frame.t('button.skip'), { kind: 'dialogue', choice: 'skip' }), ...steer(frame)],
  ]);

const steer = ({ t }: Frame) => [
  button(t('button.back'), { kind: 'dialogue', choice: 'back' }),
  button(t('button.cancel'), { kind: 'dialogue', choice: 'cancel' }),
];

export function recordDone(
  frame: Frame,
  taskId: TaskId,
  { recorded, passed }: RecordedForOwners,
  { source, saidBy }: RecordedFrom,
): Message {
  const { t, directory, book } = frame;
  const names = (list: readonly Obligation[]) =>
    list.map((one) => ownerName(directory, one.owner)).join(', ');
  return message([
    entry([bold(t('record.done', { count: recorded.length, no: taskById(book, taskId).no }))]),
    ...(recorded.length === 0 ? [] : [entry(names(recorded))]),
    entry(
      t(saidBy === '' ? 'record.from' : 'record.fromSaid', {
        source: t(`record.source.${source}`),
        name: saidBy,
      }),
    ),
    ...(passed.length === 0 ? [] : [entry(t('record.passed', { names: names(passed) }))]),
  ]);
}
