import type { Dependencies } from '../../app/dependencies.ts';
import { type DayRange, dueInRange } from '../../app/due-in-range.ts';
import type { Message } from '../../app/ports/message.ts';
import type { Turn } from '../turn.ts';
import { dueMessage } from '../views/due.ts';
import { nothingHere } from './nothing-here.ts';

/** What falls due in a range, for the chat it is asked in. */
export async function answerDue(
  { unitOfWork }: Dependencies,
  { frame, audience, scope, tone, incoming }: Turn,
  range: DayRange,
  skip = 0,
): Promise<Message> {
  if (audience === null) return nothingHere(frame, incoming.chat.kind);
  const due = await dueInRange(unitOfWork.read, range, audience, frame.now);
  return dueMessage(frame, { range, scope, due, skip, tone });
}
