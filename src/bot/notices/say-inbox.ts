import { secretaryInbox } from '../../app/overview/secretary-inbox.ts';
import { inboxMessage } from '../views/overview/inbox.ts';
import type { Said, Saying } from './saying.ts';

/** What was asked may be decided by now; what waits without anybody asking stands in the overview. */
export async function sayInbox({ dependencies, frame }: Saying): Promise<Said> {
  const inbox = await secretaryInbox(dependencies.unitOfWork.read, frame.now);
  return inbox.items.length === 0 ? { withheld: 'empty' } : inboxMessage(frame, inbox);
}
