import type { Dependencies } from '../../app/dependencies.ts';
import { reportsToConfirm } from '../../app/overview/secretary-inbox.ts';
import { settleContest } from '../../app/report/contest-report.ts';
import { decideExtension } from '../../app/report/decide-extension.ts';
import { judgeReports } from '../../app/report/judge-reports.ts';
import type { ObligationId } from '../../core/id.ts';
import { weekdayDate } from '../../i18n/days.ts';
import { answerInbox } from '../answers/overview/answer-inbox.ts';
import type { INBOX_BUTTONS } from '../buttons/inbox.ts';
import { askMissing } from '../dialogues/report/send-back.ts';
import { refusal } from '../refusal.ts';
import { type Reply } from '../reply.ts';
import { byThisUpdate, type Turn } from '../turn.ts';
import type { HandlersOf } from './handlers.ts';
import { toPresser } from './to-presser.ts';

export const INBOX_HANDLERS: HandlersOf<typeof INBOX_BUTTONS> = {
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
    if (outcome.kind === 'refused') return refusal(frame, outcome);
    const { state, wantedOn } = outcome.value.extension;
    const text = byThisUpdate(turn, outcome.value.changed)
      ? frame.t(`inbox.extension.${answer}`, { day: weekdayDate(frame.t, wantedOn) })
      : frame.t('inbox.extensionBefore', { state: frame.t(`extension.state.${state}`) });
    return withInbox(dependencies, turn, text);
  },
  settle: async (dependencies, turn, { report }) => {
    const outcome = await settleContest(dependencies, turn.request, report);
    return outcome.kind === 'refused'
      ? refusal(turn.frame, outcome)
      : withInbox(dependencies, turn, turn.frame.t(outcome.value ? 'inbox.settled' : 'inbox.decidedBefore'));
  },
};

async function confirm(dependencies: Dependencies, turn: Turn, ids: readonly ObligationId[]): Promise<Reply> {
  const { frame } = turn;
  const outcome = await judgeReports(dependencies, turn.request, ids, { kind: 'confirmed' });
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  const count = outcome.value.length;
  const text = count === 0 ? frame.t('inbox.decidedBefore') : frame.t('inbox.confirmed', { count });
  return withInbox(dependencies, turn, text);
}

/** A passing line of what was done, and the inbox as it is now in the same place. */
const withInbox = async (dependencies: Dependencies, turn: Turn, text: string): Promise<Reply> => ({
  answer: { text, popup: false },
  ...(turn.incoming.chat.kind === 'private' ? { edit: await answerInbox(dependencies, turn) } : {}),
});
