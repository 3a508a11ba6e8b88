import { type Audience, clustersOf, concerns } from '../../../app/asking/audience.ts';
import { listObligations } from '../../../app/asking/list-obligations.ts';
import { concerning, type Subject } from '../../../app/asking/subject.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import { saidInBody } from '../../../app/plan/said-in-body.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { ClusterId, TaskId } from '../../../core/id.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { clusterOf, clustersOn } from '../../../core/organisation/directory.ts';
import { kinOf } from '../../../core/plan/same-duty.ts';
import { addDays } from '../../../core/time/local-date.ts';
import { isOpen } from '../../../core/work/work-state.ts';
import type { Turn } from '../../turn.ts';
import { type TaskView, taskMessage } from '../../views/ask/task.ts';
import { saying } from '../../views/message.ts';
import { nothingHere } from '../nothing-here.ts';
import { askingOf } from './asking-of.ts';

const YEAR_AHEAD_DAYS = 400;
/** How far back a deadline is still what people ask about. */
const BEHIND_DAYS = 60;

/** Everything about one task, or one side of it, with its next days for the chat it is asked in. */
export async function answerTask(
  { unitOfWork }: Dependencies,
  turn: Turn,
  taskId: TaskId,
  { side = 'all', subject = null }: { side?: TaskView['side']; subject?: Subject | null } = {},
): Promise<Message> {
  const { frame, audience } = turn;
  const { book, directory, today, now, t } = frame;
  if (audience === null) return nothingHere(turn);
  const task = book.tasks.find((candidate) => candidate.id === taskId);
  if (task === undefined) return saying(t('task.unknown'));
  const kin = kinOf(book, task).map(({ id }) => id);
  const range = { from: addDays(today, -BEHIND_DAYS), to: addDays(today, YEAR_AHEAD_DAYS) };
  const about = subject === null ? () => true : concerning(subject, askingOf(turn));
  // Who is told of another's days at all was decided before; here the place narrows what nobody named.
  const isOurs = (one: Obligation) =>
    (subject !== null && audience.kind === 'own') || concerns(audience, one, book, directory, today);
  const listed = (await listObligations(unitOfWork.read, range, now)).filter(
    (one) => kin.includes(one.taskId) && about(one) && isOurs(one),
  );
  const isOver = ({ overdueFrom }: Obligation) => overdueFrom !== null && overdueFrom <= today;
  const dated = listed.filter(({ dueOn }) => dueOn !== null);
  const past = dated.filter((one) => one.stored && isOver(one));
  const ahead = dated.filter((one) => !isOver(one));
  // What is still owed from before goes first, where states may be shown at all.
  const current = past.some(({ state }) => isOpen(state)) ? [...past, ...ahead] : [...ahead, ...past];
  const clusterIds = clustersMeant(turn, audience, subject);
  const inBody = await saidInBody(unitOfWork.read, task);
  return taskMessage(frame, { task, side, past, ahead, current, audience, clusterIds, inBody });
}

/** The clusters whose deadline and head are meant: those of the subject that was named, else those of the place. */
function clustersMeant({ frame }: Turn, audience: Audience, subject: Subject | null): readonly ClusterId[] {
  const { directory, today } = frame;
  if (subject === null) return clustersOf(audience);
  switch (subject.kind) {
    case 'cluster':
      return [subject.id];
    case 'clusters':
      return clustersOn(directory, today)
        .filter(({ kind }) => kind === subject.code)
        .map(({ id }) => id);
    case 'unit': {
      const cluster = clusterOf(directory, subject.id, today);
      return cluster === null ? [] : [cluster.id];
    }
    case 'everyone':
    case 'own':
    case 'units':
      return clustersOf(audience);
  }
}
