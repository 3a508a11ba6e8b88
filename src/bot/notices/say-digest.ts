import { concerns } from '../../app/audience.ts';
import { listObligations } from '../../app/list-obligations.ts';
import { clusterById } from '../../core/organisation/directory.ts';
import { digestMessage, digestRange } from '../views/digest.ts';
import { eventsIn } from '../views/event.ts';
import type { Said, Saying } from './notice-renderer.ts';

export async function sayDigest({ dependencies, notice, frame, chat, privateLink }: Saying): Promise<Said> {
  const { directory, book, now, today } = frame;
  const { clusterId } = chat;
  if (clusterId === null) return { withheld: 'unbound' };
  const range = digestRange(today);
  const listed = await listObligations(dependencies.unitOfWork.read, range, now);
  const obligations = listed.filter((one) =>
    concerns({ kind: 'cluster', clusterId }, one, book, directory, today),
  );
  const digest = digestMessage(frame, {
    notice: notice.id,
    scope: clusterById(directory, clusterId).name,
    clusterId,
    obligations,
    events: eventsIn(book.events, { from: today, to: range.to }),
    late: notice.late,
    privateLink: privateLink(chat.channel, 'viec'),
  });
  return digest ?? { withheld: 'empty' };
}
