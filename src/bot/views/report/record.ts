import type { Message } from '../../../app/ports/message.ts';
import { RECORD_SOURCES, type RecordedFrom } from '../../../app/ports/report-repository.ts';
import type { TaskId } from '../../../core/id.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import type { Frame } from '../frame.ts';
import {
  bold,
  button,
  cancelling,
  choice,
  entry,
  inRows,
  message,
  paragraph,
  saying,
  shortTitle,
  ticked,
} from '../message.ts';
import { capital } from '../subject-name.ts';
import { taskLine } from '../task-line.ts';

const TASKS_OFFERED = 10;
const LABEL = 16;
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

/** How the screens of a recording are headed. */
export interface RecordHead {
  readonly heading: string;
  readonly deadline: string | null;
  /** What a tick says. */
  readonly ask: 'record.askWho' | 'record.askReceived';
}

export interface RecordRow {
  readonly name: string;
  readonly isTicked: boolean;
}

/** Lines of pasted answers that are shown again; the rest is in the secretary's own message above. */
const LINES_SHOWN = 5;

/** Everybody who is awaited, ticked or not, on one screen; below, what of pasted answers a person must read. */
export function recordTicks(
  frame: Frame,
  { heading, deadline, ask }: RecordHead,
  rows: readonly RecordRow[],
  unclear: readonly string[],
): Message {
  const { t } = frame;
  const count = rows.filter(({ isTicked }) => isTicked).length;
  const names = shortNames(rows.map(({ name }) => name));
  return message(
    [
      entry([bold(heading)], ...(deadline === null ? [] : [deadline])),
      paragraph(t(ask, { count, total: rows.length }), t('record.paste')),
      ...(unclear.length === 0
        ? []
        : [
            paragraph(
              t('record.unclear', { count: unclear.length }),
              ...unclear.slice(0, LINES_SHOWN).map((line) => `• ${shortTitle(line)}`),
            ),
          ]),
    ],
    [
      ...inRows(
        rows.map(({ isTicked }, index) => choice(ticked(names[index] ?? '', isTicked), `u-${index}`)),
      ),
      [
        choice(t(count === rows.length ? 'button.tickNone' : 'button.tickAll'), 'all'),
        ...(count === 0 ? [] : [choice(t('button.continue'), 'next')]),
        cancelling(t),
      ],
    ],
  );
}

/**
 * Names as short as half of a phone's width, without the words that many of them begin with, as far as each is
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

export const recordAskSource = (frame: Frame, { heading }: RecordHead, count: number): Message =>
  message(
    [entry([bold(heading)]), paragraph(frame.t('record.askSource', { count }))],
    [
      RECORD_SOURCES.map((source) => choice(capital(frame.t(`record.source.${source}`)), source)),
      steer(frame),
    ],
  );

export const recordAskSaidBy = (frame: Frame): Message =>
  saying(frame.t('record.askSaidBy'), [[choice(frame.t('button.skip'), 'skip'), ...steer(frame)]]);

const steer = ({ t }: Frame) => [choice(t('button.back'), 'back'), cancelling(t)];

/** What was recorded, for whom by name. */
export interface RecordDone {
  readonly heading: string;
  readonly recorded: readonly string[];
  /** For whom it stood already. */
  readonly passed: readonly string[];
  /** Whether those of them who are here get a line about it. */
  readonly told: boolean;
}

export function recordDone(
  { t }: Frame,
  { heading, recorded, passed, told }: RecordDone,
  { source, saidBy }: RecordedFrom,
): Message {
  return message([
    entry([bold(heading)]),
    ...(recorded.length === 0 ? [] : [entry(recorded.join(', '))]),
    entry([
      t(saidBy === '' ? 'record.from' : 'record.fromSaid', {
        source: t(`record.source.${source}`),
        name: saidBy,
      }),
      ...(told ? [` ${t('record.told')}`] : []),
    ]),
    ...(passed.length === 0 ? [] : [entry(t('record.passed', { names: passed.join(', ') }))]),
  ]);
}
