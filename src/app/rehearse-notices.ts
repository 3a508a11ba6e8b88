import { calendarsOf } from '../core/organisation/calendars.ts';
import { nextSlotAfter, slotsBetween } from '../core/slot/slots.ts';
import { addMs, type Instant } from '../core/time/instant.ts';
import type { Dependencies } from './dependencies.ts';
import type { Line, Notice } from './ports/notice-repository.ts';
import { PLANNERS } from './run-tick.ts';

export interface RehearsedNotice {
  readonly notice: Notice;
  readonly lines: readonly Line[];
}

/** Carries the result out of a transaction that must leave nothing behind. */
class Rehearsed extends Error {
  readonly notices: readonly RehearsedNotice[];

  constructor(notices: readonly RehearsedNotice[]) {
    super('rehearsed');
    this.notices = notices;
  }
}

/** What would be planned in (from, to] if nothing else happened: the real planning, rolled back. Writes nothing. */
export async function rehearseNotices(
  { unitOfWork, ids }: Dependencies,
  from: Instant,
  to: Instant,
): Promise<readonly RehearsedNotice[]> {
  try {
    await unitOfWork.run(async (tx) => {
      const { settings } = await tx.organisation.directory();
      const { work } = calendarsOf(settings);
      for (
        let now = nextSlotAfter(from, settings, work);
        now <= to;
        now = nextSlotAfter(now, settings, work)
      ) {
        for (const slot of slotsBetween(addMs(now, -1), now, settings, work)) {
          await PLANNERS[slot.kind](tx, { slot, now, ids });
        }
      }
      const planned = await tx.notices.list({ states: ['planned'], from, to });
      const notices = [];
      for (const notice of planned) notices.push({ notice, lines: await tx.notices.linesOf(notice.id) });
      throw new Rehearsed(notices);
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.notices;
    throw error;
  }
  return [];
}
