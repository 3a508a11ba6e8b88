import { changeHour } from '../../../app/assignment/change-assignment.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import type { Message } from '../../../app/ports/message.ts';
import { namedDayOf } from '../../../core/assignment/assignment.ts';
import { readDueAnswer } from '../../../core/day/read-due-answer.ts';
import type { NamedDay } from '../../../core/deadline/named-day.ts';
import type { TaskId } from '../../../core/id.ts';
import type { Task } from '../../../core/plan/plan-book.ts';
import { rowChoice } from '../../forms/assignment/assign-form.ts';
import { outdated, refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { hourChanged } from '../../views/assignment/assign-given.ts';
import { exampleDay } from '../../views/assignment/assign-question.ts';
import { dueText } from '../../views/due-text.ts';
import type { Frame } from '../../views/frame.ts';
import { cancelling, choice, saying, shortTitle } from '../../views/message.ts';
import { capital } from '../../views/subject-name.ts';
import { closeDialogue, type DialogueKind, saveDialogue, showing } from '../dialogue-kind.ts';

const IDENTITY = { kind: 'assign_hour', version: 1 } as const;

interface Draft {
  readonly taskId: TaskId;
  /** The moments that the words may mean. */
  readonly days: readonly NamedDay[];
}

/** [Sửa hạn] of a task that was given: asks for the new hour and day. */
export async function askHour(dependencies: Dependencies, turn: Turn, task: Task): Promise<Reply> {
  const draft: Draft = { taskId: task.id, days: [] };
  await saveDialogue(dependencies, turn, IDENTITY, 'when', draft);
  return say(question(turn.frame, task));
}

function question(frame: Frame, task: Task, problem: readonly string[] = []): Message {
  const { t } = frame;
  const day = namedDayOf(task);
  const due = day === null ? task.deadlineWords : dueText(frame, day);
  const text = t('assign.change.ask', {
    no: task.no,
    title: shortTitle(task.title),
    due,
    day: exampleDay(frame),
  });
  return saying([...problem, text].join('\n'), [[cancelling(t)]]);
}

export const hourDialogue: DialogueKind<Draft> = {
  ...IDENTITY,
  async take(dependencies, turn, { draft, again }, input) {
    const { frame } = turn;
    const { t, book, now, directory } = frame;
    const task = book.tasks.find(({ id }) => id === draft.taskId);
    const show = showing(input);
    if (task === undefined || (input.kind === 'choice' && input.choice === 'cancel')) {
      await closeDialogue(dependencies, turn);
      return show(saying(t('assign.change.cancelled')));
    }
    const which = (days: readonly NamedDay[]): Message =>
      saying(t('assign.ask.which_day', { title: shortTitle(task.title) }), [
        ...days.map((day, index) => [choice(capital(dueText(frame, day)), rowChoice('day', index))]),
        [cancelling(t)],
      ]);
    if (again) {
      return show(draft.days.length === 0 ? question(frame, task) : which(draft.days));
    }
    if (input.kind === 'choice') {
      const day = draft.days.find((_, index) => input.choice === rowChoice('day', index));
      return day === undefined ? outdated(frame) : change(dependencies, turn, draft, day, show);
    }
    const when =
      input.kind === 'text'
        ? readDueAnswer(input.text, now, directory.settings, namedDayOf(task)?.on)
        : ({ kind: 'none' } as const);
    switch (when.kind) {
      case 'named':
        return change(dependencies, turn, draft, when.day, show);
      case 'choices':
        await saveDialogue(dependencies, turn, IDENTITY, 'when', { ...draft, days: when.days });
        return show(which(when.days));
      case 'past':
      case 'impossible':
      case 'none': {
        const problem = when.kind === 'none' ? 'unclear' : when.kind;
        return show(question(frame, task, [t(`assign.problem.${problem}`)]));
      }
    }
  },
};

async function change(
  dependencies: Dependencies,
  turn: Turn,
  { taskId }: Draft,
  day: NamedDay,
  show: (message: Message) => Reply,
): Promise<Reply> {
  const { frame } = turn;
  const outcome = await changeHour(dependencies, turn.request, taskId, day);
  await closeDialogue(dependencies, turn);
  if (outcome.kind === 'refused') return show(saying(refusalText(frame, outcome)));
  return show(hourChanged(frame, outcome.value.task));
}
