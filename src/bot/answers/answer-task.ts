import { concerns } from '../../app/audience.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import { listObligations } from '../../app/list-obligations.ts';
import type { Message } from '../../app/ports/message.ts';
import { concerning, type Subject } from '../../app/subject.ts';
import type { TaskId } from '../../core/id.ts';
import { addDays } from '../../core/time/local-date.ts';
import type { Turn } from '../turn.ts';
import { saying } from '../views/message.ts';
import { taskMessage, type TaskView } from '../views/task.ts';
import { askingOf } from './asking-of.ts';
import { nothingHere } from './nothing-here.ts';

const YEAR_AHEAD_DAYS = 400;

/** Everything about one task, or one side of it, with its next days for the chat it is asked in. */
export async function answerTask(
  { unitOfWork }: Dependencies,
  turn: Turn,
  taskId: TaskId,
  { side = 'all', subject = null }: { side?: TaskView['side']; subject?: Subject | null } = {},
): Promise<Message> {
  const { frame, audience, incoming } = turn;
  const { book, directory, today, now, t } = frame;
  if (audience === null) return nothingHere(frame, incoming.chat.kind);
  const task = book.tasks.find((candidate) => candidate.id === taskId);
  if (task === undefined) return saying(t('task.unknown'));
  const range = { from: today, to: addDays(today, YEAR_AHEAD_DAYS) };
  const about = subject === null ? () => true : concerning(subject, askingOf(turn));
  const upcoming = (await listObligations(unitOfWork.read, range, now)).filter(
    (one) =>
      one.taskId === taskId &&
      about(one) &&
      (concerns(audience, one, book, directory, today) || (audience.kind === 'own' && subject !== null)),
  );
  return taskMessage(frame, { task, side, upcoming, audience });
}
