import { pinGroupBoard } from '../../app/report/pin-group-board.ts';
import {
  answerBoard,
  answerCalls,
  boardOfCluster,
  boardOfTask,
  boardOfTasks,
  evidenceOfTask,
} from '../answers/overview/answer-board.ts';
import type { BOARD_BUTTONS } from '../buttons/board.ts';
import { refusal } from '../refusal.ts';
import { popup } from '../reply.ts';
import { saying } from '../views/message.ts';
import type { HandlersOf } from './handlers.ts';
import { toPresser } from './to-presser.ts';

export const BOARD_HANDLERS: HandlersOf<typeof BOARD_BUTTONS> = {
  board: (dependencies, turn) => toPresser(turn, () => answerBoard(dependencies, turn), 'edit'),
  board_cluster: (dependencies, turn, { cluster, skip }) =>
    toPresser(turn, () => boardOfCluster(dependencies, turn, cluster, skip), 'edit'),
  board_tasks: (dependencies, turn, { skip }) =>
    toPresser(turn, () => boardOfTasks(dependencies, turn, skip), 'edit'),
  board_task: (dependencies, turn, { task, skip }) =>
    toPresser(turn, () => boardOfTask(dependencies, turn, task, skip), 'edit'),
  board_pin: async (dependencies, turn) => {
    const { frame, request } = turn;
    const outcome = await pinGroupBoard(dependencies, request);
    if (outcome.kind === 'refused') return refusal(frame, outcome);
    return {
      effects: [{ kind: 'pin', message: outcome.value }],
      edit: saying(frame.t('board.pinned')),
      insteadWhen: {
        rights: popup(frame.t('board.pinRights')),
        failed: popup(frame.t('board.pinFailed')),
      },
    };
  },
  evidences: (dependencies, turn, { task, skip }) =>
    toPresser(turn, () => evidenceOfTask(dependencies, turn, task, skip), 'edit'),
  calls: (dependencies, turn) => toPresser(turn, () => answerCalls(dependencies, turn, null)),
  task_calls: (dependencies, turn, { task }) => toPresser(turn, () => answerCalls(dependencies, turn, task)),
};
