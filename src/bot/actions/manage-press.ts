import { settleContest } from '../../app/contest-report.ts';
import { decideExtension } from '../../app/decide-extension.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import { handleTask } from '../../app/handle-task.ts';
import { judgeReports } from '../../app/judge-reports.ts';
import type { Message } from '../../app/ports/message.ts';
import { secretaryInbox } from '../../app/secretary-inbox.ts';
import type { ObligationId } from '../../core/id.ts';
import type { TaskHandling } from '../../core/plan/plan-book.ts';
import { weekdayDate } from '../../i18n/days.ts';
import {
  answerBoard,
  answerCalls,
  boardOfCluster,
  boardOfTask,
  boardOfTasks,
} from '../answers/answer-board.ts';
import { answerInbox, mayManage, secretariatOnly } from '../answers/answer-inbox.ts';
import { beginRecord, chooseRecordTask } from '../dialogues/record-dialogue.ts';
import { askMissing } from '../dialogues/send-back.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { handlingMessage } from '../views/handling.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlingChoice, ManageAction } from './manage-action.ts';

/** What is the secretariat's stands in private, whoever pressed where. */
export const inPrivate = async (
  turn: Turn,
  message: () => Promise<Message>,
  way: 'edit' | 'say' = 'edit',
): Promise<Reply> => {
  if (turn.incoming.chat.kind === 'group') return popup(turn.frame.t('answer.openPrivately'));
  const shown = await message();
  return way === 'edit' ? { edit: shown } : say(shown);
};

export const MANAGE_HANDLERS: HandlersOf<ManageAction> = {
  inbox: (dependencies, turn) => inPrivate(turn, () => answerInbox(dependencies, turn)),
  inbox_item: (dependencies, turn, { skip }) => inPrivate(turn, () => answerInbox(dependencies, turn, skip)),
  confirm: (dependencies, turn, { obligation }) => confirm(dependencies, turn, [obligation]),
  confirm_all: async (dependencies, turn) => {
    const { items } = await secretaryInbox(dependencies.unitOfWork.read, turn.frame.now);
    const waiting = items.flatMap((item) => (item.kind === 'confirm' ? [item.obligation.id] : []));
    return confirm(dependencies, turn, waiting);
  },
  send_back: (dependencies, turn, { obligation }) => askMissing(dependencies, turn, obligation),
  extension: async (dependencies, turn, { extension, answer }) => {
    const { frame, request } = turn;
    const outcome = await decideExtension(dependencies, request, extension, answer);
    if (outcome.kind === 'refused') return popup(refusalText(frame, outcome));
    const { state, wantedOn } = outcome.value.extension;
    const text =
      outcome.value.changed || turn.incoming.again
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
    return inPrivate(turn, async () =>
      mayManage(turn) ? handlingMessage(turn.frame, known) : secretariatOnly(turn),
    );
  },
  handle: async (dependencies, turn, { task, choice }) => {
    const outcome = await handleTask(dependencies, turn.request, task, CHANGES[choice]);
    return outcome.kind === 'refused'
      ? popup(refusalText(turn.frame, outcome))
      : { edit: handlingMessage(turn.frame, outcome.value) };
  },
  board: (dependencies, turn) => inPrivate(turn, () => answerBoard(dependencies, turn)),
  board_cluster: (dependencies, turn, { cluster, skip }) =>
    inPrivate(turn, () => boardOfCluster(dependencies, turn, cluster, skip)),
  board_tasks: (dependencies, turn, { skip }) =>
    inPrivate(turn, () => boardOfTasks(dependencies, turn, skip)),
  board_task: (dependencies, turn, { task, skip }) =>
    inPrivate(turn, () => boardOfTask(dependencies, turn, task, skip)),
  record: (dependencies, turn, { task }) => beginRecord(dependencies, turn, { kind: 'task', id: task }),
  record_choose: (dependencies, turn) => chooseRecordTask(dependencies, turn),
  calls: (dependencies, turn) => inPrivate(turn, () => answerCalls(dependencies, turn, null), 'say'),
  task_calls: (dependencies, turn, { task }) =>
    inPrivate(turn, () => answerCalls(dependencies, turn, task), 'say'),
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
  const { judged } = outcome.value;
  const text =
    judged.length === 0 && !turn.incoming.again
      ? frame.t('inbox.decidedBefore')
      : frame.t('inbox.confirmed', { count: judged.length });
  return withInbox(dependencies, turn, text);
}

/** A passing line of what was done, and the inbox as it is now in the same place. */
const withInbox = async (dependencies: Dependencies, turn: Turn, text: string): Promise<Reply> => ({
  answer: { text, popup: false },
  ...(turn.incoming.chat.kind === 'private' ? { edit: await answerInbox(dependencies, turn) } : {}),
});
