import { concerns } from '../../app/audience.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import type { Message } from '../../app/ports/message.ts';
import { owns } from '../../core/access/actor.ts';
import { daysOverdue } from '../../core/obligation/due-state.ts';
import { ownerName } from '../../core/organisation/owner-name.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import type { Turn } from '../turn.ts';
import { bold, entry, message, saying } from '../views/message.ts';
import { taskLine } from '../views/task-line.ts';
import { nothingHere } from './nothing-here.ts';

/** Who is late is named only to the secretariat, and to a unit its own; in a group it is a count. */
export async function answerOverdue({ unitOfWork }: Dependencies, turn: Turn): Promise<Message> {
  const { frame, audience, scope, incoming } = turn;
  const { t, directory, book, today } = frame;
  if (audience === null) return nothingHere(frame, incoming.chat.kind);
  const overdue = (await unitOfWork.read.obligations.overdueOn(today)).filter((one) =>
    audience.kind === 'own'
      ? owns(audience.actor, one.owner)
      : concerns(audience, one, book, directory, today),
  );
  const none = audience.kind === 'own' ? 'overdue.ownNone' : 'overdue.none';
  if (overdue.length === 0) return saying(t(none, { scope, units: scope }));
  if (audience.kind === 'cluster') return saying(t('overdue.count', { scope, count: overdue.length }));
  const heading =
    audience.kind === 'own'
      ? t('overdue.own', { units: scope })
      : t('overdue.all', { count: overdue.length });
  return message([
    entry([bold(heading)]),
    ...overdue.map((one) =>
      entry(
        `• ${t('overdue.entry', {
          owner: ownerName(directory, one.owner),
          task: taskLine(frame, taskById(book, one.taskId)),
          count: daysOverdue(one, today),
        })}`,
      ),
    ),
  ]);
}
