import type { ListedObligation } from '../../../app/asking/list-obligations.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { tally } from '../../../core/obligation/tally.ts';
import { byTaskAndDay, type TaskDay } from '../../../core/obligation/task-day.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { isDone } from '../../../core/work/work-state.ts';
import type { Action } from '../../buttons/action.ts';
import { deadlineLine } from '../deadline-line.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message, paragraph } from '../message.ts';
import { pageOf, turning } from '../page.ts';
import { countLine } from '../standing.ts';
import { taskLine } from '../task-line.ts';
import { obligationEntry, updateButtons } from './mine.ts';

export interface StatusView {
  /** Whose work, and of when: `Cụm thi đua số 1 · 30 ngày tới`. */
  readonly heading: string;
  readonly work: readonly ListedObligation[];
  readonly skip: number;
  /** The same from another entry on. */
  readonly page: (skip: number) => Action;
}

const UNITS_WORK_PER_PAGE = 6;
const TASKS_PER_PAGE = 5;
const UNITS_PER_PAGE = 12;

/** How each piece of one owner's work stands; with buttons to update it where the reader may. */
export function ownStatusMessage(frame: Frame, view: StatusView, mayReport: boolean): Message {
  const shown = pageOf(view.work, view.skip, UNITS_WORK_PER_PAGE);
  const owners = new Set(view.work.map(({ owner }) => owner.id));
  const tasks = shown.items.map(({ taskId }) => taskById(frame.book, taskId));
  return message(
    [
      statusHeading(frame, view),
      ...shown.items.map((one) => obligationEntry(frame, one, owners.size > 1, tasks)),
    ],
    [
      ...(mayReport
        ? updateButtons(
            frame,
            shown.items.filter(({ stored }) => stored),
          )
        : []),
      turning(frame, shown, view.page),
    ],
  );
}

/** How the tasks of many owners stand: how many are done, and who is not. For the secretariat alone. */
export function tasksStatusMessage(frame: Frame, view: StatusView): Message {
  const shown = pageOf(byTaskAndDay(view.work, frame.book), view.skip, TASKS_PER_PAGE);
  return message(
    [statusHeading(frame, view), ...shown.items.map((group) => taskEntry(frame, group))],
    [turning(frame, shown, view.page)],
  );
}

function taskEntry(frame: Frame, { taskId, obligations }: TaskDay<ListedObligation>) {
  const { t, directory, book } = frame;
  const open = obligations
    .filter(({ state }) => !isDone(state))
    .map(({ owner, doneOn }) => ownerName(directory, owner, doneOn));
  return paragraph(
    [bold(taskLine(frame, taskById(book, taskId)))],
    deadlineLine(frame, obligations[0], 'group'),
    ...countLine(frame, obligations),
    ...(open.length === 0 ? [] : [t('status.notYet', { names: open.join(', ') })]),
  );
}

/** How many are done a cluster, with a way into each. For the secretariat alone. */
export function clustersStatusMessage(
  frame: Frame,
  { heading, work }: Pick<StatusView, 'heading' | 'work'>,
  into: (clusterId: string) => Action,
): Message {
  const { t, directory, today } = frame;
  const rows = [
    ...directory.clusters.map(({ id, name }) => ({ id: id as string | null, name })),
    { id: null, name: t('overview.outside') },
  ].flatMap(({ id, name }) => {
    const { done, total, overdue } = tally(
      work.filter(({ clusterId }) => clusterId === id),
      today,
    );
    const percent = Math.round((100 * done) / total);
    return total === 0 ? [] : [{ id, name, counts: { done, total, overdue, percent } }];
  });
  const ways: Button[] = rows.flatMap(({ id, name }) => (id === null ? [] : [button(name, into(id))]));
  return message(
    [
      statusHeading(frame, { heading, work }),
      ...rows.map(({ name, counts }) =>
        entry(`• ${t(counts.overdue === 0 ? 'status.cluster' : 'status.clusterLate', { name, ...counts })}`),
      ),
    ],
    inRows(ways, 2),
  );
}

/** Which units have done all of theirs, or have not, the late ones first. For the secretariat alone. */
export function unitsStatusMessage(
  frame: Frame,
  { heading, work, skip, page }: StatusView,
  filter: 'done' | 'not_done',
): Message {
  const { t, directory, today } = frame;
  const rows = grouped(work)
    .map((own) => ({ name: ownerName(directory, own[0].owner), ...tally(own, today) }))
    .filter(({ done, total }) => (done === total) === (filter === 'done'))
    .sort((one, other) => other.overdue - one.overdue || one.name.localeCompare(other.name, 'vi'));
  const shown = pageOf(rows, skip, UNITS_PER_PAGE);
  return message(
    [
      entry([bold(`📊 ${heading}`)], t(`status.units.${filter}`, { count: rows.length })),
      ...shown.items.map((row) =>
        entry(`• ${t(row.overdue === 0 ? 'status.unit' : 'status.unitLate', { ...row })}`),
      ),
    ],
    [turning(frame, shown, page)],
  );
}

function grouped(work: readonly ListedObligation[]): [ListedObligation, ...ListedObligation[]][] {
  const groups = new Map<string, [ListedObligation, ...ListedObligation[]]>();
  for (const one of work) {
    const group = groups.get(one.owner.id);
    if (group === undefined) groups.set(one.owner.id, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** How many are done, and no more: what a group may know. */
export function countsMessage(
  frame: Frame,
  { heading, work }: Pick<StatusView, 'heading' | 'work'>,
): Message {
  const { done, total } = tally(work, frame.today);
  return message([entry([bold(`📊 ${heading}`)], frame.t('status.counts', { done, total }))]);
}

const statusHeading = (frame: Frame, { heading, work }: Pick<StatusView, 'heading' | 'work'>) =>
  entry(
    [bold(`📊 ${heading}`)],
    ...countLine(
      frame,
      work.map((one) => ({ ...one, stored: true })),
    ),
  );
