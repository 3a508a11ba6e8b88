import type { Dependencies } from '../../app/dependencies.ts';
import { acknowledgeLaunch } from '../../app/launch/acknowledge-launch.ts';
import type { Message } from '../../app/ports/message.ts';
import { PROGRESS_STEPS } from '../../core/obligation/work-state.ts';
import { unitById } from '../../core/organisation/directory.ts';
import { answerDue } from '../answers/answer-due.ts';
import { answerMine } from '../answers/answer-mine.ts';
import { answerTask } from '../answers/answer-task.ts';
import { inPrivate } from '../answers/in-private.ts';
import { askReason } from '../dialogues/blocked-reason.ts';
import { takeDialogue } from '../dialogues/dialogues.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import { entriesText } from '../split-message.ts';
import type { Turn } from '../turn.ts';
import { byThisUpdate } from '../turn.ts';
import { helpMessage } from '../views/help.ts';
import { saying } from '../views/message.ts';
import { moment } from '../views/moment.ts';
import { titled } from '../views/person-name.ts';
import { stepsMessage } from '../views/report.ts';
import type { Action } from './action.ts';
import { ASK_HANDLERS, isPeriod } from './ask-press.ts';
import { ASSIGN_HANDLERS } from './assign-press.ts';
import { GROUP_HANDLERS } from './group-press.ts';
import type { Handler, HandlersOf } from './handlers.ts';
import { KIN_HANDLERS } from './kin-press.ts';
import { LAUNCH_HANDLERS } from './launch-press.ts';
import { MANAGE_HANDLERS } from './manage-press.ts';
import { OFFICE_HANDLERS } from './office-press.ts';
import { askOwner, forOwner, recordClaim } from './own-report.ts';
import { PLAN_HANDLERS } from './plan-press.ts';
import { PROGRESS_HANDLERS } from './progress-press.ts';
import { REMINDER_HANDLERS } from './reminder-press.ts';
import { SET_UP_HANDLERS } from './set-up-press.ts';
import { STAFF_HANDLERS } from './staff-press.ts';
import { TIME_HANDLERS } from './time-press.ts';
import { toPresser } from './to-presser.ts';

const HANDLERS: HandlersOf<Action> = {
  due: async (dependencies, turn, { from, to, skip }) =>
    isPeriod({ from, to })
      ? inPlace(await answerDue(dependencies, turn, { from, to }, skip))
      : popup(turn.frame.t('answer.outdatedButton')),
  task: (dependencies, turn, { task }) => aside(turn, (place) => answerTask(dependencies, place, task)),
  mine: async (dependencies, turn, { skip }) =>
    toPresser(turn, () => answerMine(dependencies, turn, skip), 'edit'),
  steps: (dependencies, turn, { obligation }) =>
    forOwner(dependencies, turn, obligation, async (one) =>
      toPresser(turn, () => stepsMessage(turn.frame, one), 'edit'),
    ),
  percent: async (dependencies, turn, { obligation, percent }) => {
    const step = PROGRESS_STEPS.find((known) => known === percent);
    return step === undefined
      ? popup(turn.frame.t('answer.outdatedButton'))
      : recordClaim(dependencies, turn, obligation, { kind: 'percent', percent: step });
  },
  done: (dependencies, turn, { obligation }) => recordClaim(dependencies, turn, obligation, { kind: 'done' }),
  blocked: (dependencies, turn, { obligation }) =>
    askOwner(dependencies, turn, obligation, (one) => askReason(dependencies, turn, one)),
  acknowledge: acknowledge,
  dialogue: async (dependencies, turn, { choice }) =>
    (await takeDialogue(dependencies, turn, { kind: 'choice', choice })) ??
    popup(turn.frame.t('answer.dialogueGone')),
  help: async (_, turn) => beside(helpMessage(turn)),
  ...ASK_HANDLERS,
  ...OFFICE_HANDLERS,
  ...PROGRESS_HANDLERS,
  ...MANAGE_HANDLERS,
  ...LAUNCH_HANDLERS,
  ...ASSIGN_HANDLERS,
  ...PLAN_HANDLERS,
  ...KIN_HANDLERS,
  ...GROUP_HANDLERS,
  ...REMINDER_HANDLERS,
  ...SET_UP_HANDLERS,
  ...TIME_HANDLERS,
  ...STAFF_HANDLERS,
};

/** Does what a button says, for whoever pressed it, by the rights that they hold now. */
export function press(dependencies: Dependencies, turn: Turn, action: Action): Promise<Reply> {
  return (HANDLERS[action.kind] as Handler<Action>)(dependencies, turn, action);
}

/**
 * More than a list holds. In a group it comes to the presser alone, so that nothing piles up there; whoever holds
 * nothing here reads the beginning of it in passing.
 */
async function aside(turn: Turn, answer: (place: Turn) => Promise<Message>): Promise<Reply> {
  const alone = inPrivate(turn);
  if (alone !== null) return toPresser(turn, () => answer(alone), 'say');
  return popup(entriesText((await answer(turn)).entries));
}

const inPlace = (edit: Message): Reply => ({ edit });
const beside = (message: Message): Reply => ({ say: [message] });

async function acknowledge(
  dependencies: Dependencies,
  turn: Turn,
  { launch }: Extract<Action, { kind: 'acknowledge' }>,
): Promise<Reply> {
  const { frame } = turn;
  const outcome = await acknowledgeLaunch(dependencies, turn.request, launch);
  if (outcome.kind === 'refused') return popup(refusalText(frame, outcome));
  const { launch: received, units } = outcome.value;
  const fresh = units.filter(({ changed, isOwn }) => isOwn && byThisUpdate(turn, changed));
  const linesOf = (shown: typeof units): string[] =>
    shown.map((unit) =>
      frame.t(fresh.includes(unit) ? 'launch.acknowledged' : 'launch.acknowledgedBefore', {
        unit: unitById(frame.directory, unit.unitId).name,
        ...moment(frame, unit.at),
      }),
    );
  // In private it stays to be read again; in a group the count changes, and nobody's name stands there.
  const { person } = turn;
  const [first] = fresh;
  if (turn.incoming.chat.kind === 'private' && first !== undefined && person !== null) {
    const names = fresh.map(({ unitId }) => unitById(frame.directory, unitId).name).join(', ');
    const params = { names, title: received.title, by: titled(frame, person), ...moment(frame, first.at) };
    const others = linesOf(units.filter((unit) => !fresh.includes(unit)));
    return say(saying([frame.t('launch.acknowledgedPrivately', params), ...others].join('\n')));
  }
  return popup(linesOf(units).join('\n'));
}
