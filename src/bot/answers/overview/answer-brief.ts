import { listObligations } from '../../../app/asking/list-obligations.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import type { Message } from '../../../app/ports/message.ts';
import { addDays } from '../../../core/time/local-date.ts';
import { isDone } from '../../../core/work/work-state.ts';
import { may, notAllowed } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { briefMessage } from '../../views/overview/brief.ts';
import { weekOfDay } from '../../views/period.ts';

/** Ten lines for the leader about this week and the next, to forward anywhere. */
export async function answerBrief({ unitOfWork }: Dependencies, turn: Turn): Promise<Message> {
  const { frame } = turn;
  if (!may(turn, 'brief.see')) return notAllowed(turn, 'brief.see');
  const { today, now } = frame;
  const week = weekOfDay(today);
  const { read } = unitOfWork;
  const listed = await listObligations(read, { from: week.from, to: addDays(week.to, 7) }, now);
  const overdue = await read.obligations.overdueOn(today);
  const extensions = await read.extensions.pending();
  const done = await read.obligations.doneWithin(week.from, week.to);
  const blocked = await read.obligations.blocked();
  return briefMessage(frame, {
    listed,
    done: done.filter(({ state }) => isDone(state)).length,
    overdue,
    blocked: blocked.length,
    extensions: extensions.length,
  });
}
