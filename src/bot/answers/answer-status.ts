import { concerns } from '../../app/audience.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import { listObligations } from '../../app/list-obligations.ts';
import type { Message } from '../../app/ports/message.ts';
import { owns } from '../../core/access/actor.ts';
import { tally } from '../../core/obligation/tally.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import type { Turn } from '../turn.ts';
import { digestRange } from '../views/digest.ts';
import { bold, entry, message, saying } from '../views/message.ts';
import { stateText } from '../views/report.ts';
import { taskLine } from '../views/task-line.ts';
import { nothingHere } from './nothing-here.ts';

/** How things stand: counts in a group and for the secretariat, a unit's own states to itself in private. */
export async function answerStatus({ unitOfWork }: Dependencies, turn: Turn): Promise<Message> {
  const { frame, audience, scope, incoming } = turn;
  const { t, directory, book, today, now } = frame;
  if (audience === null) return nothingHere(frame, incoming.chat.kind);
  const listed = (await listObligations(unitOfWork.read, digestRange(today), now)).filter((one) =>
    audience.kind === 'own'
      ? owns(audience.actor, one.owner)
      : concerns(audience, one, book, directory, today),
  );
  if (listed.length === 0) return saying(t('status.none', { name: scope }));
  if (audience.kind !== 'own') {
    const { done, total } = tally(listed, today);
    return saying(t('status.counts', { name: scope, done, total }));
  }
  return message([
    entry([bold(t('status.heading', { name: scope }))]),
    ...listed.map((one) =>
      entry(
        `• ${t('status.line', {
          task: taskLine(frame, taskById(book, one.taskId)),
          state: stateText(frame, one),
        })}`,
      ),
    ),
  ]);
}
