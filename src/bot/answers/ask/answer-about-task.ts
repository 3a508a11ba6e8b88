import { dueInRange } from '../../../app/asking/due-in-range.ts';
import { mayTellDays } from '../../../app/asking/sight.ts';
import { concerning, type Subject, subjectHere } from '../../../app/asking/subject.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import type { TaskId } from '../../../core/id.ts';
import { planById, type Task, taskById } from '../../../core/plan/plan-book.ts';
import { fullDate } from '../../../i18n/days.ts';
import { personally } from '../../personally.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { choiceMessage } from '../../views/ask/choice.ts';
import type { TaskView } from '../../views/ask/task.ts';
import type { Frame } from '../../views/frame.ts';
import { saying, shortTitle } from '../../views/message.ts';
import { inPrivate } from '../in-private.ts';
import { nothingHere } from '../nothing-here.ts';
import { aboutWhom } from './about.ts';
import { answerTask } from './answer-task.ts';
import type { Asked } from './asked.ts';
import { askingOf } from './asking-of.ts';
import { taskChoices, tasksMeant } from './which-task.ts';

/** A task in full, or the side of it that was asked for. */
export async function answerAboutTask(
  dependencies: Dependencies,
  turn: Turn,
  asked: Asked,
  side: TaskView['side'] = asked.question.slots.field ?? 'all',
): Promise<Reply> {
  const { frame, audience } = turn;
  if (audience === null) return say(nothingHere(turn));
  const named = tasksMeant(frame, asked);
  const [task, ...others] = named.length > 0 ? named : await tasksBefore(dependencies, turn, asked);
  if (task === undefined) return say(saying(unknownText(turn, asked)));
  if (others.length > 0) {
    const action = (id: TaskId) => ({
      kind: side === 'lead' ? ('leads' as const) : ('task' as const),
      task: id,
    });
    return say(choiceMessage(frame, taskChoices(frame, [task, ...others], action)));
  }
  const subject = subjectNamed(turn, asked);
  if (subject === null || mayTellDays(subject, audience, frame.directory, frame.today)) {
    return say(await answerTask(dependencies, turn, task.id, { side, subject }));
  }
  // Another cluster's days are not for this group; what the plan says of the task is.
  const alone = inPrivate(turn);
  return alone === null
    ? say(await answerTask(dependencies, turn, task.id, { side }))
    : personally(turn, await answerTask(dependencies, alone, task.id, { side, subject }));
}

/** "Hạn này theo văn bản nào", "ai làm": the tasks that the question before was about. */
async function tasksBefore(
  { unitOfWork }: Dependencies,
  turn: Turn,
  { question, before }: Asked,
): Promise<Task[]> {
  const { frame, audience } = turn;
  const isPointing = question.slots.topic === undefined && question.slots.task_no === undefined;
  if (!isPointing || before === null || audience === null) return [];
  const named = tasksMeant(frame, { question: before });
  if (named.length > 0 || before.intent !== 'due_in_range' || before.range === null) return named;
  const belongs = concerning(subjectHere(audience), askingOf(turn));
  const { obligations } = await dueInRange(unitOfWork.read, before.range, belongs, frame.now);
  return [...new Set(obligations.map(({ taskId }) => taskId))].map((id) => taskById(frame.book, id));
}

function subjectNamed(turn: Turn, asked: Asked): Subject | null {
  const { unit, cluster, cluster_type: type } = asked.question.slots;
  if (unit === undefined && cluster === undefined && type === undefined) return null;
  const about = aboutWhom(turn, asked);
  return about?.kind === 'subject' && about.subject.kind !== 'everyone' ? about.subject : null;
}

function unknownText({ frame }: Turn, { question }: Asked): string {
  const { task_no: no, topic } = question.slots;
  if (no !== undefined) return withdrawnText(frame, no) ?? frame.t('task.noRow', { no });
  return topic === undefined ? frame.t('task.which') : frame.t('task.unknownTopic', { topic });
}

/** Of a row that an amendment took away: since when, and of which plan. */
function withdrawnText({ t, book }: Frame, no: string): string | null {
  const task = book.tasks.findLast((one) => one.no === no && one.withdrawnOn !== null);
  if (task === undefined || task.withdrawnOn === null || task.planId === null) return null;
  const plan = planById(book, task.planId)?.number ?? '';
  return t('task.withdrawnRow', {
    no,
    title: shortTitle(task.title),
    plan,
    date: fullDate(task.withdrawnOn),
  });
}
