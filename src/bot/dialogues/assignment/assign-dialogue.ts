import { mayAssign } from '../../../app/assignment/assignment-access.ts';
import type { Conclusion } from '../../../app/assignment/conclusion.ts';
import { giveTask, type TaskGiven } from '../../../app/assignment/give-task.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import { refuse } from '../../../app/outcome.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { NamedDay } from '../../../core/deadline/named-day.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { privateChatOf } from '../../../core/organisation/directory.ts';
import type { NameIndex } from '../../../core/question/name-index.ts';
import { tidySpaces } from '../../../core/text/fold.ts';
import {
  type AssignForm,
  type AssignInput,
  type AssignStep,
  EMPTY_ASSIGN,
  gapOf,
  LONGEST_TITLE,
} from '../../forms/assignment/assign-form.ts';
import { stepAssign } from '../../forms/assignment/step-assign.ts';
import { personally } from '../../personally.ts';
import { onlyPrivately } from '../../private-door.ts';
import { outdated, refusal } from '../../refusal.ts';
import { popup, type Reply, say } from '../../reply.ts';
import { secretariatOnly } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { assignGiven, hourChanged } from '../../views/assignment/assign-given.ts';
import { assignQuestion, exampleDay } from '../../views/assignment/assign-question.ts';
import type { Frame } from '../../views/frame.ts';
import { saying, shortTitle } from '../../views/message.ts';
import { closeDialogue, type DialogueKind, saveDialogue, showing } from '../dialogue-kind.ts';
import { assignScene } from './assign-scene.ts';

const IDENTITY = { kind: 'assign', version: 1 } as const;

/**
 * `/giaoviec`: with the task after it, or in the message replied to; alone it asks for it. Always goes on in private.
 */
export async function beginAssign(
  dependencies: Dependencies,
  turn: Turn,
  argument: string,
  names: NameIndex,
): Promise<Reply> {
  const { frame, actor, incoming, person } = turn;
  if (actor === null || !mayAssign(actor, null)) {
    return say(secretariatOnly(turn));
  }
  const { content } = incoming;
  const replied = content.kind === 'text' ? (content.repliedText ?? '') : '';
  const text = tidySpaces(argument === '' ? replied : argument);
  const chat = person === null ? null : privateChatOf(frame.directory, person.id);
  const there = incoming.chat.kind === 'private' ? turn : { ...turn, chat };
  if (text === '') {
    await saveDialogue(dependencies, there, IDENTITY, 'text', EMPTY_ASSIGN);
    return personally(turn, questionOf(frame, 'text', EMPTY_ASSIGN));
  }
  const scene = { ...assignScene(frame, EMPTY_ASSIGN), names };
  const move = stepAssign('text', EMPTY_ASSIGN, { kind: 'text', text }, scene);
  if (move.kind !== 'ask') return say(saying(frame.t('assign.tooLong', { limit: LONGEST_TITLE })));
  await saveDialogue(dependencies, there, IDENTITY, move.step, move.form);
  return personally(turn, questionOf(frame, move.step, move.form));
}

/** A conclusion as a task; where its words name nobody it is the cluster's, as one or of each unit. */
export async function beginAssignOf(
  dependencies: Dependencies,
  turn: Turn,
  conclusion: Conclusion,
): Promise<Reply> {
  const { frame } = turn;
  const { words: text, clusterId } = conclusion;
  const begun: AssignForm = { ...EMPTY_ASSIGN, conclusion };
  const move = stepAssign('text', begun, { kind: 'text', text }, assignScene(frame, begun));
  if (move.kind !== 'ask') return popup(frame.t('assign.tooLong', { limit: LONGEST_TITLE }));
  const isSomebodys = move.form.recipients.length + move.form.clusterIds.length > 0;
  const form: AssignForm = isSomebodys ? move.form : { ...move.form, unknown: [], clusterIds: [clusterId] };
  const step = gapOf(form);
  await saveDialogue(dependencies, turn, IDENTITY, step, form);
  return say(questionOf(frame, step, form));
}

/** [Hỏi các đơn vị]: a component item of what a cluster owes, asked of its units. */
export async function beginItem(
  dependencies: Dependencies,
  turn: Turn,
  { taskId, owner }: Obligation,
): Promise<Reply> {
  const { frame, actor, incoming } = turn;
  if (owner.kind !== 'cluster' || actor === null || !mayAssign(actor, owner.id)) {
    return refusal(frame, refuse('ASSIGNMENT_HEAD_ONLY'));
  }
  if (incoming.chat.kind === 'group') return onlyPrivately(turn);
  const item = { clusterId: owner.id, parentId: taskId };
  const recipients = assignScene(frame, { item }).unitIds.map((id) => ({ kind: 'unit', id }) as const);
  const form: AssignForm = { ...EMPTY_ASSIGN, item, recipients };
  await saveDialogue(dependencies, turn, IDENTITY, 'item', form);
  return say(questionOf(frame, 'item', form));
}

export const assignDialogue: DialogueKind<AssignForm, AssignStep> = {
  ...IDENTITY,
  async take(dependencies, turn, { step, draft: form, again }, input) {
    const { frame } = turn;
    const show = showing(input);
    const question = () => questionOf(frame, step, form);
    if (again) return show(question());
    // A picture or a document that was forwarded says what its caption says.
    const taken = input.kind === 'unfit' ? { kind: 'text' as const, text: input.file?.caption ?? '' } : input;
    const move = stepAssign(step, form, taken, assignScene(frame, form));
    switch (move.kind) {
      case 'ask':
        await saveDialogue(dependencies, turn, IDENTITY, move.step, move.form);
        return show(questionOf(frame, move.step, move.form));
      case 'send':
        return send(dependencies, turn, move.form, move.day);
      case 'cancel':
        await closeDialogue(dependencies, turn);
        return show(saying(frame.t('dialogue.nothingSent')));
      case 'not_offered':
        return input.kind === 'choice'
          ? outdated(frame)
          : say(saying(frame.t('assign.notRead', notRead(frame, taken))), question());
      case 'wants_text':
        return say(saying(frame.t('assign.wantsText')), question());
      case 'too_long':
        return say(saying(frame.t('assign.tooLong', { limit: move.limit })));
    }
  },
};

/** What was typed, and an example of what may be. */
const notRead = (frame: Frame, input: AssignInput) => ({
  words: input.kind === 'text' ? shortTitle(tidySpaces(input.text)) : '',
  day: exampleDay(frame),
});

async function send(
  dependencies: Dependencies,
  turn: Turn,
  { title, recipients, urgent, item, conclusion }: AssignForm,
  day: NamedDay,
): Promise<Reply> {
  const order = { title, recipients, day, urgent, item, ...(conclusion === undefined ? {} : { conclusion }) };
  const outcome = await giveTask(dependencies, turn.request, order);
  if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
  await closeDialogue(dependencies, turn);
  return queued(turn.frame, outcome.value);
}

/** What was answered to the update that gave a task of the day, or changed its hour; null for any other. */
export async function assignTaken(
  { unitOfWork }: Dependencies,
  { frame, request }: Turn,
): Promise<Reply | null> {
  const assignment = await unitOfWork.read.assignments.byEffectKey(request.effectKey);
  const task = frame.book.tasks.find(({ id }) => id === assignment?.taskId);
  if (assignment === null || task === undefined) return null;
  return assignment.changeKey === request.effectKey
    ? say(hourChanged(frame, task))
    : queued(frame, { task, assignment });
}

const queued = (frame: Frame, { task }: TaskGiven): Reply => ({ edit: assignGiven(frame, task) });

const questionOf = (frame: Frame, step: AssignStep, form: AssignForm): Message =>
  assignQuestion(frame, { step, form, scene: assignScene(frame, form) });
