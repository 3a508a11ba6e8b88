import { concerns } from '../../app/asking/audience.ts';
import { mayAssign, steeredAssignment } from '../../app/assignment/assignment-access.ts';
import { withdrawAssignment } from '../../app/assignment/change-assignment.ts';
import { type AssignmentSeen, seeAssignment } from '../../app/assignment/see-assignment.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import { refuse } from '../../app/outcome.ts';
import { answerAssignment } from '../../app/report/answer-assignment.ts';
import { owns } from '../../core/access/actor.ts';
import type { TaskId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { ownerName } from '../../core/obligation/owner-name.ts';
import { isOpen } from '../../core/work/work-state.ts';
import type { ASSIGNMENT_BUTTONS } from '../buttons/assignment.ts';
import type { ActionOf } from '../buttons/wire-field.ts';
import { beginItem } from '../dialogues/assignment/assign-dialogue.ts';
import { askHour } from '../dialogues/assignment/assign-hour.ts';
import { onlyPrivately } from '../private-door.ts';
import { refusal } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import { may, secretariatOnlyText } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { whoseAnswer } from '../views/assignment/assignment.ts';
import { assignmentCalls, assignmentCopy } from '../views/assignment/assignment-calls.ts';
import { assignmentList } from '../views/assignment/assignment-list.ts';
import { itemClusters, withdrawQuestion } from '../views/assignment/assignment-panel.ts';
import { saying, shortTitle } from '../views/message.ts';
import { moment } from '../views/moment.ts';
import { recordedMessage, stateText } from '../views/report/report.ts';
import type { HandlersOf } from './handlers.ts';
import { recordClaim } from './own-report.ts';
import { toPresser } from './to-presser.ts';

export const ASSIGNMENT_HANDLERS: HandlersOf<typeof ASSIGNMENT_BUTTONS> = {
  assignment_answer: answer,
  nothing: (dependencies, turn, { obligation }) =>
    recordClaim(dependencies, turn, obligation, { kind: 'done', evidence: { kind: 'nothing' } }),
  assignment_list: (dependencies, turn, { task }) =>
    steering(dependencies, turn, task, (shown) => say(assignmentList(turn.frame, shown, 'asked'))),
  assignment_copy: copy,
  assignment_calls: (dependencies, turn, { task }) =>
    steering(dependencies, turn, task, (shown) =>
      may(turn, 'reports.manage')
        ? say(assignmentCalls(turn.frame, shown))
        : popup(secretariatOnlyText(turn.frame)),
    ),
  assignment_hour: (dependencies, turn, { task }) =>
    steering(dependencies, turn, task, (shown) => askHour(dependencies, turn, shown.task)),
  assignment_withdraw: (dependencies, turn, { task, answer: word }) =>
    word === 'yes'
      ? withdraw(dependencies, turn, task)
      : steering(dependencies, turn, task, (shown) =>
          word === 'ask'
            ? say(withdrawQuestion(turn.frame, shown.task))
            : { edit: saying(turn.frame.t('assign.withdraw.kept')) },
        ),
  items: async (dependencies, turn, { task }) => {
    const { frame, actor, incoming } = turn;
    if (incoming.chat.kind === 'group') return onlyPrivately(turn);
    const owed = await dependencies.unitOfWork.read.obligations.ofTasks([task]);
    const mine = owed.filter(
      ({ owner, state }) =>
        owner.kind === 'cluster' && state !== 'withdrawn' && actor !== null && mayAssign(actor, owner.id),
    );
    return mine.length === 0
      ? refusal(frame, refuse('ASSIGNMENT_HEAD_ONLY'))
      : say(itemClusters(frame, mine));
  },
  item: async (dependencies, turn, { obligation }) => {
    const one = await dependencies.unitOfWork.read.obligations.byId(obligation);
    if (one === null) return refusal(turn.frame, refuse('OBLIGATION_UNKNOWN'));
    return beginItem(dependencies, turn, one);
  },
};

async function withdraw(dependencies: Dependencies, turn: Turn, taskId: TaskId): Promise<Reply> {
  const { frame, request } = turn;
  const outcome = await withdrawAssignment(dependencies, request, taskId);
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  return { edit: saying(frame.t('assign.withdraw.done', { title: shortTitle(outcome.value.task.title) })) };
}

/** To those it concerns, as far as it is theirs to read; always in private. */
async function copy(
  { unitOfWork }: Dependencies,
  turn: Turn,
  { task }: ActionOf<typeof ASSIGNMENT_BUTTONS, 'assignment_copy'>,
): Promise<Reply> {
  const { frame, audience, request } = turn;
  const shown = await seeAssignment(unitOfWork.read, task);
  if (shown === null) return refusal(frame, refuse('ASSIGNMENT_UNKNOWN'));
  if (shown.task.withdrawnOn !== null) return refusal(frame, refuse('ASSIGNMENT_WITHDRAWN'));
  const steers = await steeredAssignment(unitOfWork.read, frame.directory, request, task, frame.now);
  const here = shown.obligations.filter(
    (one) =>
      steers.kind !== 'refused' ||
      (audience !== null && concerns(audience, one, frame.book, frame.directory, frame.today)),
  );
  if (here.length === 0) return refusal(frame, refuse('ASSIGNMENT_NOT_ADDRESSED'));
  return toPresser(turn, () => assignmentCopy(frame, shown, here, may(turn, 'reports.manage')));
}

/** Who has not answered stands in private, for those alone who steer the task. */
async function steering(
  dependencies: Dependencies,
  turn: Turn,
  task: TaskId,
  proceed: (shown: AssignmentSeen) => Reply | Promise<Reply>,
): Promise<Reply> {
  const { frame, request, incoming } = turn;
  const { read } = dependencies.unitOfWork;
  const found = await steeredAssignment(read, frame.directory, request, task, frame.now);
  if (found.kind === 'refused') return refusal(frame, found);
  if (incoming.chat.kind === 'group') return onlyPrivately(turn);
  const shown = await seeAssignment(read, task);
  return shown === null ? refusal(frame, refuse('ASSIGNMENT_UNKNOWN')) : proceed(shown);
}

/** What the presser's own units still owe of it: of several, each may have sent it or not. */
async function openOwn({ unitOfWork }: Dependencies, { actor }: Turn, task: TaskId): Promise<Obligation[]> {
  const owed = await unitOfWork.read.obligations.ofTasks([task]);
  return owed.filter(({ owner, state }) => isOpen(state) && actor !== null && owns(actor, owner));
}

/**
 * Complete for the presser's own unit, in a group as in private; who serves several is asked which. What was sent may
 * be completed in private.
 */
async function answer(
  dependencies: Dependencies,
  turn: Turn,
  { task, answer: word }: ActionOf<typeof ASSIGNMENT_BUTTONS, 'assignment_answer'>,
): Promise<Reply> {
  const { frame, incoming } = turn;
  const open = word === 'received' ? [] : await openOwn(dependencies, turn, task);
  if (open.length > 1 && word !== 'received') return toPresser(turn, () => whoseAnswer(frame, word, open));
  const outcome = await answerAssignment(dependencies, turn.request, task, word);
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  const text = outcome.value
    .map((one) => {
      const { obligation, at } = one;
      const params = { owner: ownerName(frame.directory, obligation.owner), ...moment(frame, at) };
      return one.changed
        ? frame.t(`assign.answered.${word}`, params)
        : frame.t('assign.answered.before', { ...params, state: stateText(frame, obligation) });
    })
    .join('\n');
  const [only, ...others] = outcome.value;
  const mayComplete = word !== 'received' && only !== undefined && others.length === 0 && only.changed;
  // A popup wants closing: only where nothing else shows what was taken.
  const reply: Reply = { answer: { text, popup: !mayComplete } };
  if (!mayComplete) return reply;
  const recorded = recordedMessage(frame, only);
  return incoming.chat.kind === 'private' ? { ...reply, edit: recorded } : { ...reply, quietly: recorded };
}
