import type { NoticeId } from '../../core/id.ts';
import { addMs, DAY_MS, instantAt, minuteOfDay } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { type Notice, TRIAL_CAUSE } from '../ports/notice-repository.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { whoMay } from '../use-case.ts';

/**
 * The secretariat lets notices that it was only shown go to their addressees, each once; whether they still hold is
 * seen as they are sent. Gives how many go now: those let go before, and what is no such notice, are left out. Refused:
 * ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY.
 */
export async function releaseNotices(
  dependencies: Dependencies,
  request: Request,
  noticeIds: readonly NoticeId[],
): Promise<Outcome<number>> {
  return whoMay('settings.change', dependencies, request, async ({ tx, at, note }) => {
    let released = 0;
    for (const id of noticeIds) {
      const notice = await tx.notices.byId(id);
      if (notice === null || !(await tx.notices.release(id, at))) continue;
      released += 1;
      // What was shown in it goes with it.
      for (const merged of await tx.notices.mergedInto(id)) await tx.notices.release(merged.id, at);
      const { kind, addressee } = notice;
      await note({ action: 'notice.released', subject: addressee.id, after: { kind, notice: id } });
    }
    return done(released);
  });
}

/** What was only shown on a day and waits to be let go, each message once. */
export async function shownOn(
  { notices, organisation }: Pick<ReadModel, 'notices' | 'organisation'>,
  day: LocalDate,
): Promise<Notice[]> {
  const { zone } = (await organisation.directory()).settings;
  const from = instantAt(day, minuteOfDay('00:00'), zone);
  const shown = await notices.list({ states: ['withheld'], from, to: addMs(from, DAY_MS) });
  return shown.filter(({ cause, mergedInto }) => cause === TRIAL_CAUSE && mergedInto === null);
}
