import type { NoticeId } from '../core/id.ts';
import type { Slot } from '../core/slot/slots.ts';
import { HOUR_MS, type Instant } from '../core/time/instant.ts';
import { planNotice, type Telling } from './notices/plan-notice.ts';
import type { IdSource } from './ports/id-source.ts';
import type { NoticeKind } from './ports/notice-kind.ts';
import type { Addressee } from './ports/notice-repository.ts';

/** A slot being planned at `now`, which is later than the slot after an outage. */
export interface Planning {
  readonly slot: Slot;
  readonly now: Instant;
  readonly ids: IdSource;
}

/** From this delay on a notice says that it comes late. */
const LATE_MS = HOUR_MS;

/** Whether what was `wanted` then is late `now`. */
export const isLate = (wanted: Instant, now: Instant): boolean => now - wanted >= LATE_MS;

/** Plans the one notice of its kind and slot to somebody, to be said at once. */
export const planInSlot = (
  tx: Telling['tx'],
  { slot, now, ids }: Planning,
  kind: NoticeKind,
  addressee: Addressee,
  key: string = slot.on,
): Promise<NoticeId> =>
  planNotice({ tx, ids, at: now }, kind, addressee, { slot: key, late: isLate(slot.at, now) });
