import type { Dependencies } from '../../app/dependencies.ts';
import { reportsToConfirm } from '../../app/notices/secretary-inbox.ts';
import { settleContest } from '../../app/report/contest-report.ts';
import { decideExtension } from '../../app/report/decide-extension.ts';
import { handleTask } from '../../app/report/handle-task.ts';
import { judgeReports } from '../../app/report/judge-reports.ts';
import type { ObligationId } from '../../core/id.ts';
import type { TaskHandling } from '../../core/plan/plan-book.ts';
import { weekdayDate } from '../../i18n/days.ts';
import {
  answerBoard,
  answerCalls,
  boardOfCluster,
  boardOfTask,
  boardOfTasks,
  evidenceOfTask,
} from '../answers/answer-board.ts';
import { answerInbox } from '../answers/answer-inbox.ts';
import { beginRecord, chooseRecordTask } from '../dialogues/record-dialogue.ts';
import { askMissing } from '../dialogues/send-back.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply } from '../reply.ts';
import { may, secretariatOnly } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { byThisUpdate } from '../turn.ts';
import { handlingMessage } from '../views/handling.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlingChoice, ManageAction } from './manage-action.ts';
import { toPresser } from './to-presser.ts';

export const MANAGE_HANDLERS: HandlersOf<ManageAction> = {
  inbox: (dependencies, turn) => toPresser(turn, () => answerInbox(dependencies, turn), 'edit'),
  inbox_item: (dependencies, turn, { skip }) =>
    toPresser(turn, () => answerInbox(dependencies, turn, skip), 'edit'),
  confirm: (dependencies, turn, { obligation }) => confirm(dependencies, turn, [obligation]),
  confirm_all: async (dependencies, turn) => {
    const waiting = await reportsToConfirm(dependencies.unitOfWork.read);
    return confirm(
      dependencies,
      turn,
      waiting.map(({ obligation }) => obligation.id),
    );
  },
  send_back: (dependencies, turn, { obligation }) => askMissing(dependencies, turn, obligation),
  extension: async (dependencies, turn, { extension, answer }) => {
    const { frame, request } = turn;
    const outcome = await decideExtension(dependencies, request, extension, answer);
    if (outcome.kind === 'refused') return popup(refusalText(frame, outcome));
    const { state, wantedOn } = outcome.value.extension;
    const text = byThisUpdate(turn, outcome.value.changed)
      ? frame.t(`inbox.extension.${answer}`, { day: weekdayDate(frame.t, wantedOn) })
      : frame.t('inbox.extensionBefore', { state: frame.t(`extension.state.${state}`) });
    return withInbox(dependencies, turn, text);
  },
  settle: async (dependencies, turn, { report }) => {
    const outcome = await settleContest(dependencies, turn.request, report);
    return outcome.kind === 'refused'
      ? popup(refusalText(turn.frame, outcome))
      : withInbox(dependencies, turn, turn.frame.t(outcome.value ? 'inbox.settled' : 'inbox.decidedBefore'));
  },
  handling: async (_, turn, { task }) => {
    const known = turn.frame.book.tasks.find(({ id }) => id === task);
    if (known === undefined) return popup(turn.frame.t('refusal.TASK_UNKNOWN'));
    const shown = () =>
      may(turn, 'reports.manage') ? handlingMessage(turn.frame, known) : secretariatOnly(turn);
    return toPresser(turn, shown);
  },
  handle: async (dependencies, turn, { task, choice }) => {
    const outcome = await handleTask(dependencies, turn.request, task, CHANGES[choice]);
    return outcome.kind === 'refused'
      ? popup(refusalText(turn.frame, outcome))
      : { edit: handlingMessage(turn.frame, outcome.value) };
  },
  board: (dependencies, turn) => toPresser(turn, () => answerBoard(dependencies, turn), 'edit'),
  board_cluster: (dependencies, turn, { cluster, skip }) =>
    toPresser(turn, () => boardOfCluster(dependencies, turn, cluster, skip), 'edit'),
  board_tasks: (dependencies, turn, { skip }) =>
    toPresser(turn, () => boardOfTasks(dependencies, turn, skip), 'edit'),
  board_task: (dependencies, turn, { task, skip }) =>
    toPresser(turn, () => boardOfTask(dependencies, turn, task, skip), 'edit'),
  evidences: (dependencies, turn, { task, skip }) =>
    toPresser(turn, () => evidenceOfTask(dependencies, turn, task, skip), 'edit'),
  record: (dependencies, turn, { task }) => beginRecord(dependencies, turn, { kind: 'task', id: task }),
  record_choose: (dependencies, turn) => chooseRecordTask(dependencies, turn),
  calls: (dependencies, turn) => toPresser(turn, () => answerCalls(dependencies, turn, null)),
  task_calls: (dependencies, turn, { task }) => toPresser(turn, () => answerCalls(dependencies, turn, task)),
};

const CHANGES: Record<HandlingChoice, Partial<TaskHandling>> = {
  conference: { workKind: 'conference' },
  document: { workKind: 'document' },
  general: { workKind: 'general' },
  'evidence-none': { evidence: 'none' },
  'evidence-document': { evidence: 'document' },
  'evidence-file': { evidence: 'file' },
  'evidence-link': { evidence: 'link' },
  confirmed: { confirmation: true },
  unconfirmed: { confirmation: false },
};

async function confirm(dependencies: Dependencies, turn: Turn, ids: readonly ObligationId[]): Promise<Reply> {
  const { frame } = turn;
  const outcome = await judgeReports(dependencies, turn.request, ids, { kind: 'confirmed' });
  if (outcome.kind === 'refused') return popup(refusalText(frame, outcome));
  const count = outcome.value.length;
  const text = count === 0 ? frame.t('inbox.decidedBefore') : frame.t('inbox.confirmed', { count });
  return withInbox(dependencies, turn, text);
}

/** A passing line of what was done, and the inbox as it is now in the same place. */
const withInbox = async (dependencies: Dependencies, turn: Turn, text: string): Promise<Reply> => ({
  answer: { text, popup: false },
  ...(turn.incoming.chat.kind === 'private' ? { edit: await answerInbox(dependencies, turn) } : {}),
});
