import { isEmptyInbox, secretaryInbox } from '../../app/notices/secretary-inbox.ts';
import { inboxMessage } from '../views/inbox.ts';
import type { Said, Saying } from './saying.ts';

export async function sayInbox({ dependencies, frame }: Saying): Promise<Said> {
  const inbox = await secretaryInbox(dependencies.unitOfWork.read, frame.now);
  return isEmptyInbox(inbox) ? { withheld: 'empty' } : inboxMessage(frame, inbox);
}
