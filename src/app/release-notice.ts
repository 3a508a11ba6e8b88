import type { NoticeId } from '../core/id.ts';
import { chatAt } from '../core/organisation/directory.ts';
import type { Dependencies, Request } from './dependencies.ts';
import { done, type Outcome, refuse } from './outcome.ts';
import type { Notice } from './ports/notice-repository.ts';
import { rehearsedBy } from './rehearsed-notice.ts';
import { requesterWho } from './requester.ts';
import { dayAt } from './today.ts';

export interface Released {
  /** What goes to its true addressee. */
  readonly notice: Notice;
  /** False where somebody has released it before. */
  readonly changed: boolean;
}

/**
 * The secretariat lets a notice that it was only shown go to its addressee, once; whether it still holds is seen as
 * it is sent. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, NOTICE_NOT_YOURS for what is no rehearsal.
 */
export async function releaseNotice(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  rehearsalId: NoticeId,
): Promise<Outcome<Released>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const requester = requesterWho('settings.change', directory, request, dayAt(at, directory));
    if (requester.kind === 'refused') return requester;
    const rehearsal = await tx.notices.byId(rehearsalId);
    const id = rehearsal === null ? null : rehearsedBy(rehearsal);
    const notice = id === null ? null : await tx.notices.byId(id);
    if (notice === null) return refuse('NOTICE_NOT_YOURS');
    const changed = await tx.notices.release(notice.id, at);
    if (changed) {
      await tx.audit.add({
        id: ids.next<'audit'>(),
        at,
        personId: requester.value.id,
        chatId: chatAt(directory, request.channel, request.chat)?.id ?? null,
        action: 'notice.released',
        subject: notice.id,
        before: null,
        after: { kind: notice.kind },
      });
    }
    return done({ notice, changed });
  });
}
