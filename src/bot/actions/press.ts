import { acknowledgeLaunch } from '../../app/acknowledge-launch.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import { refuse } from '../../app/outcome.ts';
import { reportProgress } from '../../app/report-progress.ts';
import { mayActFor } from '../../core/access/actor.ts';
import type { ObligationId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { PROGRESS_STEPS, type ProgressClaim } from '../../core/obligation/work-state.ts';
import { unitById } from '../../core/organisation/directory.ts';
import { ownerName } from '../../core/organisation/owner-name.ts';
import { answerDue } from '../answers/answer-due.ts';
import { answerMine } from '../answers/answer-mine.ts';
import { answerTask } from '../answers/answer-task.ts';
import { askReason } from '../dialogues/blocked-reason.ts';
import { takeDialogue } from '../dialogues/dialogues.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import type { Message } from '../../app/ports/message.ts';
import { helpMessage } from '../views/help.ts';
import { moment, recordedMessage, stepsMessage, unchangedText } from '../views/report.ts';
import type { Action, ActionKind } from './action.ts';
import { ASK_HANDLERS, isPeriod } from './ask-press.ts';
import { LAUNCH_HANDLERS } from './launch-press.ts';
import { PLAN_HANDLERS } from './plan-press.ts';
import { OFFICE_HANDLERS } from './office-press.ts';
import { REMINDER_HANDLERS } from './reminder-press.ts';

type Handler<Kind extends ActionKind> = (
  dependencies: Dependencies,
  turn: Turn,
  action: Extract<Action, { kind: Kind }>,
) => Promise<Reply>;

const HANDLERS: { readonly [Kind in ActionKind]: Handler<Kind> } = {
  due: async (dependencies, turn, { from, to, skip }) =>
    isPeriod({ from, to })
      ? inPlace(await answerDue(dependencies, turn, { from, to }, skip))
      : popup(turn.frame.t('answer.outdatedButton')),
  task: async (dependencies, turn, { task }) => beside(await answerTask(dependencies, turn, task)),
  mine: async (dependencies, turn, { skip }) => inPlace(await answerMine(dependencies, turn, skip)),
  steps: (dependencies, turn, { obligation }) =>
    forOwner(dependencies, turn, obligation, async (one) => inPlace(stepsMessage(turn.frame, one))),
  percent: async (dependencies, turn, { obligation, percent }) => {
    const step = PROGRESS_STEPS.find((known) => known === percent);
    return step === undefined
      ? popup(turn.frame.t('answer.outdatedButton'))
      : report(dependencies, turn, obligation, { kind: 'percent', percent: step });
  },
  done: (dependencies, turn, { obligation }) => report(dependencies, turn, obligation, { kind: 'done' }),
  blocked: (dependencies, turn, { obligation }) =>
    forOwner(dependencies, turn, obligation, (one) => askReason(dependencies, turn, one)),
  acknowledge: acknowledge,
  dialogue: async (dependencies, turn, { choice }) =>
    (await takeDialogue(dependencies, turn, { kind: 'choice', choice })) ??
    popup(turn.frame.t('answer.dialogueGone')),
  help: async (_, turn) => beside(helpMessage(turn)),
  ...ASK_HANDLERS,
  ...OFFICE_HANDLERS,
  ...LAUNCH_HANDLERS,
  ...PLAN_HANDLERS,
  ...REMINDER_HANDLERS,
};

/** Does what a button says, for whoever pressed it, by the rights that they hold now. */
export function press(dependencies: Dependencies, turn: Turn, action: Action): Promise<Reply> {
  return (HANDLERS[action.kind] as Handler<ActionKind>)(dependencies, turn, action);
}

const inPlace = (edit: Message): Reply => ({ edit });
const beside = (message: Message): Reply => ({ say: [message] });

async function report(
  dependencies: Dependencies,
  turn: Turn,
  obligationId: ObligationId,
  claim: ProgressClaim,
): Promise<Reply> {
  const { frame } = turn;
  const outcome = await reportProgress(dependencies, turn.request, obligationId, claim);
  if (outcome.kind === 'refused') return popup(refusalText(frame, outcome));
  const edit = recordedMessage(frame, outcome.value);
  return outcome.value.changed || turn.incoming.again
    ? { edit }
    : { edit, answer: { text: unchangedText(frame, outcome.value), popup: true } };
}

/** For a first step of several: refuses at once whoever may not take the last one. */
async function forOwner(
  { unitOfWork }: Dependencies,
  { frame, actor }: Turn,
  id: ObligationId,
  proceed: (obligation: Obligation) => Promise<Reply>,
): Promise<Reply> {
  const obligation = await unitOfWork.read.obligations.byId(id);
  if (obligation === null) return popup(refusalText(frame, refuse('OBLIGATION_UNKNOWN')));
  if (actor === null || !mayActFor(actor, 'obligation.report', obligation.owner)) {
    const owner = ownerName(frame.directory, obligation.owner);
    return popup(refusalText(frame, refuse('ACCESS_NOT_OWN_UNIT', { owner })));
  }
  return proceed(obligation);
}

async function acknowledge(
  dependencies: Dependencies,
  turn: Turn,
  { launch }: Extract<Action, { kind: 'acknowledge' }>,
): Promise<Reply> {
  const { frame } = turn;
  const outcome = await acknowledgeLaunch(dependencies, turn.request, launch);
  if (outcome.kind === 'refused') return popup(refusalText(frame, outcome));
  const lines = outcome.value.units.map(({ unitId, at, changed }) =>
    frame.t(changed || turn.incoming.again ? 'launch.acknowledged' : 'launch.acknowledgedBefore', {
      unit: unitById(frame.directory, unitId).name,
      ...moment(frame, at),
    }),
  );
  return popup(lines.join('\n'));
}
