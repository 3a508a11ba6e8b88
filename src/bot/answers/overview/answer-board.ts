import { concerns } from '../../../app/asking/audience.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import { workOnBoard } from '../../../app/overview/work-on-board.ts';
import type { Message } from '../../../app/ports/message.ts';
import { evidenceWith } from '../../../app/report/see-evidence.ts';
import { showGroupBoard } from '../../../app/report/show-group-board.ts';
import type { ClusterId, TaskId } from '../../../core/id.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { clusterById, peopleWithRole } from '../../../core/organisation/directory.ts';
import type { Task } from '../../../core/plan/plan-book.ts';
import { firstOfKin, kinOf } from '../../../core/plan/same-duty.ts';
import { callsAbout, isSilent } from '../../../core/reminder/calls.ts';
import { isDone, isOpen } from '../../../core/work/work-state.ts';
import { refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import { may, secretariatOnly } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { callList } from '../../views/call-list.ts';
import type { Frame } from '../../views/frame.ts';
import { button, saying } from '../../views/message.ts';
import { boardMessage, groupBoard, ownersBoard, tasksBoard } from '../../views/overview/board.ts';
import { evidenceList } from '../../views/report/evidence.ts';
import { taskLine } from '../../views/task-line.ts';

import { nothingHere } from '../nothing-here.ts';

/** By cluster, for the secretariat with ways into each; in a group and for others the counts of their own alone. */
export async function answerBoard(dependencies: Dependencies, turn: Turn): Promise<Message> {
  const { frame, audience, incoming } = turn;
  if (audience === null) return nothingHere(turn);
  const list = await workOnBoard(dependencies.unitOfWork.read, frame);
  const { book, directory, today } = frame;
  if (audience.kind === 'everything' && incoming.chat.kind === 'private') {
    return boardMessage(frame, list, may(turn, 'reports.manage'));
  }
  if (audience.kind === 'cluster') return groupBoard(frame, audience.clusterId, list);
  const seen = list.filter((one) => concerns(audience, one, book, directory, today));
  return tasksBoard(frame, turn.scope, seen, null);
}

/** In a group, whoever manages reports has its board kept up to date there. */
export async function keepBoard(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  if (turn.incoming.chat.kind === 'private' || !may(turn, 'reports.manage')) {
    return say(await answerBoard(dependencies, turn));
  }
  const outcome = await showGroupBoard(dependencies, turn.request);
  return outcome.kind === 'refused'
    ? say(saying(refusalText(turn.frame, outcome)))
    : say(
        saying(turn.frame.t('board.kept'), [
          [button(turn.frame.t('board.button.pin'), { kind: 'board_pin' })],
        ]),
      );
}

export async function boardOfCluster(
  dependencies: Dependencies,
  turn: Turn,
  clusterId: ClusterId,
  skip: number,
): Promise<Message> {
  if (!may(turn, 'reports.manage')) return secretariatOnly(turn);
  const { directory } = turn.frame;
  if (!directory.clusters.some(({ id }) => id === clusterId)) return saying(turn.frame.t('board.gone'));
  const list = (await workOnBoard(dependencies.unitOfWork.read, turn.frame)).filter(
    (one) => one.clusterId === clusterId,
  );
  return ownersBoard(turn.frame, clusterById(directory, clusterId).name, list, skip, (to) => ({
    kind: 'board_cluster',
    cluster: clusterId,
    skip: to,
  }));
}

export async function boardOfTasks(dependencies: Dependencies, turn: Turn, skip: number): Promise<Message> {
  if (!may(turn, 'reports.manage')) return secretariatOnly(turn);
  return tasksBoard(
    turn.frame,
    turn.scope,
    await workOnBoard(dependencies.unitOfWork.read, turn.frame),
    skip,
  );
}

/** Whom to telephone: about everything that is silent, or of one task about all that is open. */
export async function answerCalls(
  dependencies: Dependencies,
  turn: Turn,
  taskId: TaskId | null,
): Promise<Message> {
  if (!may(turn, 'reports.manage')) return secretariatOnly(turn);
  const { frame } = turn;
  const { directory, today, book } = frame;
  if (taskId !== null && !book.tasks.some(({ id }) => id === taskId)) return saying(frame.t('task.unknown'));
  const awaited = (await workOnBoard(dependencies.unitOfWork.read, frame)).filter((one) =>
    taskId === null
      ? isSilent(one, directory, today)
      : firstOfKin(book, one.taskId) === firstOfKin(book, taskId) &&
        isOpen(one.state) &&
        one.state !== 'in_progress',
  );
  // The secretariat does not call itself.
  const calls = callsAbout(awaited, directory, today).filter(
    ({ unit }) => peopleWithRole(directory, 'secretariat', today, unit.id).length === 0,
  );
  return callList(frame, calls, taskId);
}

export const boardOfTask = (
  dependencies: Dependencies,
  turn: Turn,
  taskId: TaskId,
  skip: number,
): Promise<Message> =>
  forTask(dependencies, turn, taskId, (frame, task, list) => {
    const to = (skipped: number) => ({ kind: 'board_task', task: taskId, skip: skipped }) as const;
    return ownersBoard(frame, taskLine(frame, task), list, skip, to, [
      ...(list.some(({ state }) => isDone(state))
        ? [button(frame.t('button.evidences'), { kind: 'evidences', task: taskId, skip: 0 } as const)]
        : []),
      button(frame.t('button.calls'), { kind: 'task_calls', task: taskId }),
      button(frame.t('button.record'), { kind: 'record', task: taskId }),
    ]);
  });

/** What those who have done a task gave as evidence of it. */
export const evidenceOfTask = (
  dependencies: Dependencies,
  turn: Turn,
  taskId: TaskId,
  skip: number,
): Promise<Message> =>
  forTask(dependencies, turn, taskId, async (frame, task, list) =>
    evidenceList(frame, task, await evidenceWith(dependencies.unitOfWork.read, list), skip),
  );

/** What a board counts of one task and its kin, for whoever manages reports. */
async function forTask(
  dependencies: Dependencies,
  turn: Turn,
  taskId: TaskId,
  show: (frame: Frame, task: Task, list: readonly Obligation[]) => Message | Promise<Message>,
): Promise<Message> {
  if (!may(turn, 'reports.manage')) return secretariatOnly(turn);
  const { book, t } = turn.frame;
  const task = book.tasks.find(({ id }) => id === taskId);
  if (task === undefined) return saying(t('task.unknown'));
  const kin = kinOf(book, task).map(({ id }) => id);
  const list = (await workOnBoard(dependencies.unitOfWork.read, turn.frame)).filter((one) =>
    kin.includes(one.taskId),
  );
  return show(turn.frame, task, list);
}
