import type { Slot } from '../core/slot/slots.ts';
import { HOUR_MS, type Instant } from '../core/time/instant.ts';
import type { IdSource } from './ports/id-source.ts';
import type { NoticeKind } from './ports/notice-kind.ts';
import type { Addressee, PlannedNotice } from './ports/notice-repository.ts';

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

/** The one notice of its kind and slot to somebody, to be said at once. */
export function slotNotice(
  { slot, now, ids }: Planning,
  kind: NoticeKind,
  addressee: Addressee,
): PlannedNotice {
  return {
    id: ids.next<'notice'>(),
    kind,
    addressee,
    slot: slot.on,
    at: now,
    subject: null,
    late: isLate(slot.at, now),
  };
}
