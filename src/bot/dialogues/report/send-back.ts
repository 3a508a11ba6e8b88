import type { Dependencies } from '../../../app/dependencies.ts';
import { refuse } from '../../../app/outcome.ts';
import { judgeReports } from '../../../app/report/judge-reports.ts';
import type { ObligationId } from '../../../core/id.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { refusal, refusalText } from '../../refusal.ts';
import { popup, type Reply, say } from '../../reply.ts';
import { may, secretariatOnlyText } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { button, cancelling, saying } from '../../views/message.ts';
import { taskLine } from '../../views/task-line.ts';
import { saveDialogue } from '../dialogue-kind.ts';
import { oneAnswer, readReason } from '../one-answer.ts';

const IDENTITY = { kind: 'send_back', version: 1 } as const;

/** Asks the secretary what is missing; the answer returns the work to its unit. */
export async function askMissing(dependencies: Dependencies, turn: Turn, id: ObligationId): Promise<Reply> {
  const { frame } = turn;
  if (!may(turn, 'reports.manage')) return popup(secretariatOnlyText(frame));
  const obligation = await dependencies.unitOfWork.read.obligations.byId(id);
  if (obligation === null) return refusal(frame, refuse('OBLIGATION_UNKNOWN'));
  await saveDialogue(dependencies, turn, IDENTITY, 'missing', id);
  return say(
    saying(
      frame.t('sendBack.ask', {
        owner: ownerName(frame.directory, obligation.owner),
        task: taskLine(frame, taskById(frame.book, obligation.taskId)),
      }),
      [[cancelling(frame.t)]],
    ),
  );
}

export const sendBack = oneAnswer<ObligationId, string>({
  ...IDENTITY,
  cancelled: 'dialogue.nothingChanged',
  read: readReason,
  async take(dependencies, { frame, request }, id, reason) {
    const outcome = await judgeReports(dependencies, request, [id], { kind: 'returned', reason });
    if (outcome.kind === 'refused') return saying(refusalText(frame, outcome));
    const [judged] = outcome.value;
    return saying(
      judged === undefined
        ? frame.t('inbox.decidedBefore')
        : frame.t('sendBack.done', { owner: ownerName(frame.directory, judged.owner) }),
      [[button(frame.t('button.inbox'), { kind: 'inbox' })]],
    );
  },
});
