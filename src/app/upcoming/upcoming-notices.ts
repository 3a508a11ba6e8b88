import { addMs, DAY_MS, type Instant, instantOf } from '../../core/time/instant.ts';
import { parseLocalDate } from '../../core/time/local-date.ts';
import type { Dependencies } from '../dependencies.ts';
import { momentOfSlot } from '../notices/urgent-slot.ts';
import type { NoticeKind } from '../ports/notice-kind.ts';
import { type Addressee, isSkipped, type Line, type Notice } from '../ports/notice-repository.ts';
import { rehearse } from './rehearse-notices.ts';
import { sayInTurn, type WouldSay } from './say-in-turn.ts';

export const UPCOMING_DAYS = 7;

/**
 * What the office's time brings round, to each addressee once a slot: known before it is written. Buttons name them by
 * their place: new ones come last.
 */
export const SLOT_NOTICE_KINDS = [
  'reminder',
  'escalation',
  'digest',
  'overview',
  'launch_reminder',
  'assignment_reminder',
  'rotation',
  'contact_check',
] as const;
export type SlotNoticeKind = (typeof SLOT_NOTICE_KINDS)[number];

/** A notice that may not be written yet, and then has no id. */
export type UpcomingRef =
  | {
      readonly kind: 'slot';
      readonly notice: SlotNoticeKind;
      readonly addressee: Addressee;
      /** A day; of what speaks by hours, an instant. */
      readonly slot: string;
    }
  | { readonly kind: 'stored'; readonly id: Notice['id'] };

export interface UpcomingNotice {
  readonly ref: UpcomingRef;
  readonly notice: Notice;
  readonly lines: readonly Line[];
}

/** What is looked at more closely, and what it says. */
export interface Closer<Said extends WouldSay> {
  readonly wanted: (all: readonly UpcomingNotice[]) => readonly UpcomingNotice[];
  readonly say: (within: Dependencies, one: UpcomingNotice) => Promise<Said>;
}

/**
 * All that will be said by itself within the next days, and what of it was skipped, by time; beside it what those
 * wanted would say.
 */
export async function upcomingNotices<Said extends WouldSay>(
  dependencies: Dependencies,
  now: Instant,
  { wanted, say }: Closer<Said>,
): Promise<{
  readonly all: UpcomingNotice[];
  readonly said: ReadonlyMap<UpcomingNotice, Said | { readonly withheld: string }>;
}> {
  const to = addMs(now, UPCOMING_DAYS * DAY_MS);
  return rehearse(dependencies, now, to, async (tx, within) => {
    const planned = await tx.notices.list({ states: ['planned'], from: instantOf(0), to });
    const withheld = await tx.notices.list({ states: ['withheld'], from: now, to });
    const skipped = withheld.filter((notice) => isSkipped(notice) && isOfSlot(notice.kind));
    const found: UpcomingNotice[] = [];
    for (const notice of [...planned, ...skipped].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
      found.push({ ref: refOf(notice), notice, lines: await tx.notices.linesOf(notice.id) });
    }
    const all = found.filter((one) => !isEmptied(one, found));
    const closer = wanted(all);
    const inTurn = all.filter((one) => !isSkipped(one.notice) || closer.includes(one));
    return { all, said: await sayInTurn(inTurn, closer, (one) => say(within, one)) };
  });
}

/** All that it held was set apart. */
const isEmptied = ({ ref, notice, lines }: UpcomingNotice, all: readonly UpcomingNotice[]): boolean =>
  lines.length === 0 &&
  all.some((one) => one.notice !== notice && one.lines.length > 0 && isSameUpcoming(one.ref, ref));

/** Both name the same notice, written or not. */
export function isSameUpcoming(one: UpcomingRef, other: UpcomingRef): boolean {
  if (one.kind === 'stored') return other.kind === 'stored' && one.id === other.id;
  return (
    other.kind === 'slot' &&
    one.notice === other.notice &&
    one.slot === other.slot &&
    one.addressee.kind === other.addressee.kind &&
    one.addressee.id === other.addressee.id
  );
}

function refOf({ id, kind, addressee, slot }: Notice): UpcomingRef {
  const wanted = slot.replace(SET_APART, '');
  const isNamed = parseLocalDate(wanted) !== null || momentOfSlot(wanted) !== null;
  return isNamed && isOfSlot(kind)
    ? { kind: 'slot', notice: kind, addressee, slot: wanted }
    : { kind: 'stored', id };
}

const SET_APART = '/set';

/** The slot of what was taken out of another, to go out by itself or not at all. */
export const setApartSlot = (slot: string): string => `${slot}${SET_APART}`;

const isOfSlot = (kind: NoticeKind): kind is SlotNoticeKind => SLOT_NOTICE_KINDS.some((one) => one === kind);
