import type { Button, Message } from '../../../app/ports/message.ts';
import type { ClusterId } from '../../../core/id.ts';
import { dueState, isDoneLate } from '../../../core/obligation/due-state.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { type Tally, tally } from '../../../core/obligation/tally.ts';
import { byTaskAndDay } from '../../../core/obligation/task-day.ts';
import type { ChatKind } from '../../../core/organisation/chat.ts';
import { clusterById } from '../../../core/organisation/directory.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { Action } from '../../buttons/action.ts';
import { deadlineWords } from '../due-text.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message, paragraph, saying, shortTitle } from '../message.ts';
import { moment } from '../moment.ts';
import { pageOf, turning } from '../page.ts';
import { stateText } from '../report/report.ts';
import { capital } from '../subject-name.ts';
import { taskLine } from '../task-line.ts';

const CELLS = 10;
const TASKS_PER_PAGE = 8;
const OWNERS_PER_PAGE = 20;

/** The organisation by cluster: a bar, counts, and in words what is not well. */
export function boardMessage(frame: Frame, list: readonly Obligation[], mayOpen: boolean): Message {
  const { t, directory, today } = frame;
  const rows = [
    ...directory.clusters.map(({ id, name }) => ({ id, name })),
    { id: null, name: t('overview.outside') },
  ]
    .map((row) => ({
      ...row,
      counts: tally(
        list.filter(({ clusterId }) => clusterId === row.id),
        today,
      ),
    }))
    .filter(({ counts }) => counts.total > 0);
  if (rows.length === 0) return saying(t('board.none'));
  const clusters = rows.flatMap(({ id, name }) =>
    id === null
      ? []
      : [button(shortTitle(name, 24), { kind: 'board_cluster', cluster: id, skip: 0 } as const)],
  );
  return message(
    [
      entry([bold(t('board.heading', { date: fullDate(today) }))], t('board.scope')),
      ...rows.map(({ name, counts }) => paragraph(name, countsLine(frame, counts))),
      paragraph(t('overview.asOf', moment(frame, frame.now))),
    ],
    mayOpen
      ? [
          ...inRows(clusters, 2),
          [
            button(t('button.byTask'), { kind: 'board_tasks', skip: 0 }),
            button(t('button.calls'), { kind: 'calls' }),
            button(t('button.meetings'), { kind: 'meetings', skip: 0 }),
          ],
        ]
      : [],
  );
}

/** The counts of one cluster, as its group reads them: of its own work alone, and nobody is called late. */
export const groupBoard = (frame: Frame, clusterId: ClusterId, list: readonly Obligation[]): Message =>
  tasksBoard(
    frame,
    clusterById(frame.directory, clusterId).name,
    list.filter((one) => one.clusterId === clusterId),
    null,
    'group',
  );

/** By task, in counts that name nobody; with ways into each where `skip` says from where. */
export function tasksBoard(
  frame: Frame,
  scope: string,
  list: readonly Obligation[],
  skip: number | null,
  where: ChatKind = 'private',
): Message {
  const { t, book, today } = frame;
  const groups = byTaskAndDay(list, frame.book);
  const heading = entry([bold(t('board.heading', { date: fullDate(today) }))], scope);
  // In a group it stays, pinned, and says whose it is.
  if (groups.length === 0) {
    return where === 'group' ? message([heading, paragraph(t('board.none'))]) : saying(t('board.none'));
  }
  const page = pageOf(groups, skip ?? 0, TASKS_PER_PAGE);
  const tasks = [...new Set(page.items.map(({ taskId }) => taskId))].map((id) => taskById(book, id));
  return message(
    [
      heading,
      ...page.items.map((group) =>
        paragraph(
          taskLine(frame, taskById(book, group.taskId)),
          deadlineWords(frame, group.obligations[0]),
          countsLine(frame, tally(group.obligations, today), where),
        ),
      ),
      paragraph(t('overview.asOf', moment(frame, frame.now))),
    ],
    skip === null
      ? []
      : [
          ...inRows(
            tasks.map(({ id, no, title }) =>
              button(no === '' ? shortTitle(title, 16) : capital(t('button.taskNo', { no })), {
                kind: 'board_task',
                task: id,
                skip: 0,
              }),
            ),
          ),
          turning(frame, page, (to) => ({ kind: 'board_tasks', skip: to })),
          [button(t('button.board'), { kind: 'board' })],
        ],
  );
}

/** Who owes, with the state of each in words; without the reasons, which stay between the unit and the secretariat. */
export function ownersBoard(
  frame: Frame,
  heading: string,
  list: readonly Obligation[],
  skip: number,
  to: (skip: number) => Action,
  more: readonly Button[] = [],
): Message {
  const { t, directory, book, today } = frame;
  const page = pageOf(list, skip, OWNERS_PER_PAGE);
  const back: Button = button(t('button.board'), { kind: 'board' });
  if (list.length === 0) return saying(t('board.none'), [[back]]);
  const several = new Set(list.map(({ taskId }) => taskId)).size > 1;
  return message(
    [
      entry([bold(heading)], countsLine(frame, tally(list, today))),
      ...page.items.map((one) =>
        entry(
          `${mark(one, today)} ${t('board.owner', {
            owner: ownerName(directory, one.owner, one.doneOn),
            task: several ? ` · ${t('button.taskNo', { no: taskById(book, one.taskId).no })}` : '',
            state: stateText(frame, one),
            late: dueState(one, today) === 'overdue' ? `, ${t('board.overdue')}` : '',
          })}`,
        ),
      ),
    ],
    [turning(frame, page, to), more, [back]],
  );
}

/** `▇▇▇▇▇▇▇▁▁▁ 9/14 · quá hạn 1` */
function countsLine(
  { t }: Frame,
  { done, total, overdue, blocked }: Tally,
  where: ChatKind = 'private',
): string {
  const full = total === 0 ? 0 : Math.floor((done / total) * CELLS);
  const words = [
    ...(done === total ? [t('board.all')] : []),
    ...(overdue > 0 && where === 'private' ? [t('board.overdueCount', { count: overdue })] : []),
    ...(blocked > 0 && where === 'private' ? [t('board.blockedCount', { count: blocked })] : []),
  ];
  return [`${'▇'.repeat(full)}${'▁'.repeat(CELLS - full)} ${done}/${total}`, ...words].join(' · ');
}

function mark(one: Obligation, today: Frame['today']): string {
  if (one.state === 'done' || one.state === 'confirmed') return isDoneLate(one) ? '☑' : '✔';
  if (dueState(one, today) === 'overdue') return '!';
  return one.state === 'not_started' ? '○' : '◐';
}
