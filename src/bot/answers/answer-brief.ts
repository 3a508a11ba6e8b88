import { listObligations } from '../../app/asking/list-obligations.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import { refuse } from '../../app/outcome.ts';
import type { Message } from '../../app/ports/message.ts';
import { scopeOf } from '../../core/access/rights.ts';
import { isDone } from '../../core/obligation/work-state.ts';
import { addDays } from '../../core/time/local-date.ts';
import { refusalText } from '../refusal.ts';
import type { Turn } from '../turn.ts';
import { briefMessage } from '../views/brief.ts';
import { saying } from '../views/message.ts';
import { weekOfDay } from '../views/period.ts';

export const maySeeBrief = ({ actor }: Turn): boolean =>
  actor !== null && scopeOf('brief.see', actor.roles) !== null;

export const staffOnly = ({ frame }: Turn): Message =>
  saying(refusalText(frame, refuse('ACCESS_STAFF_ONLY')));

/** Ten lines for the leader about this week and the next, to forward anywhere. */
export async function answerBrief({ unitOfWork }: Dependencies, turn: Turn): Promise<Message> {
  const { frame } = turn;
  if (!maySeeBrief(turn)) return staffOnly(turn);
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
