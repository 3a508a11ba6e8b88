import { concerns } from '../../app/asking/audience.ts';
import { listObligations } from '../../app/asking/list-obligations.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import type { Message } from '../../app/ports/message.ts';
import type { ToldDay } from '../../app/ports/notice-repository.ts';
import type { ClusterId } from '../../core/id.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { clusterById } from '../../core/organisation/directory.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import { areSchoolsAway, quietUntil } from '../../core/reminder/quiet.ts';
import { eventsIn } from '../views/ask/event.ts';
import type { Frame } from '../views/frame.ts';
import { type DigestView, digestMessage, digestRange } from '../views/overview/digest.ts';
import type { Said, Saying } from './saying.ts';

export async function sayDigest({ dependencies, notice, frame, chat, privateLink }: Saying): Promise<Said> {
  const { clusterId } = chat;
  if (clusterId === null) return { withheld: 'unbound' };
  const digest = await digestOf(dependencies, frame, clusterId, {
    notice: notice.id,
    late: notice.late,
    privateLink: privateLink(chat.channel, 'viec'),
  });
  return digest === null ? { withheld: 'empty' } : { ...digest.message, told: digest.told };
}

export interface Digest {
  readonly message: Message;
  /** The days that it tells of what is stored. */
  readonly told: readonly ToldDay[];
}

/** The digest of a cluster's group as of now; null where there is nothing to say. */
export async function digestOf(
  { unitOfWork }: Dependencies,
  frame: Frame,
  clusterId: ClusterId,
  how: Pick<DigestView, 'notice' | 'late' | 'privateLink'>,
): Promise<Digest | null> {
  const { directory, book, now, today } = frame;
  const range = digestRange(today);
  const listed = await listObligations(unitOfWork.read, range, now);
  const { work } = calendarsOf(directory.settings);
  // Said by itself; who asks is told all.
  const isAway = how.notice !== null && areSchoolsAway(clusterId, directory, today);
  const obligations = listed
    .filter((one) => concerns({ kind: 'cluster', clusterId }, one, book, directory, today))
    .filter(
      (one) =>
        !isAway ||
        (one.clusterId === clusterId &&
          quietUntil(one, taskById(book, one.taskId), directory, work, today) === null),
    );
  const message = digestMessage(frame, {
    ...how,
    scope: clusterById(directory, clusterId).name,
    clusterId,
    obligations,
    events: isAway ? [] : eventsIn(book.events, { from: today, to: range.to }),
  });
  const told = obligations.flatMap(({ id, dueOn, stored }) =>
    stored && dueOn !== null ? [{ obligationId: id, dueOn }] : [],
  );
  return message === null ? null : { message, told };
}
