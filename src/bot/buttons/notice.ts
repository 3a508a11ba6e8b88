import { momentOfSlot, slotOf } from '../../app/notices/urgent-slot.ts';
import type { Addressee } from '../../app/ports/notice-repository.ts';
import { SLOT_NOTICE_KINDS, type UpcomingRef } from '../../app/upcoming/upcoming-notices.ts';
import { parseLocalDate } from '../../core/time/local-date.ts';
import { type ButtonTable, count, day, type Field, id, oneOf } from './wire-field.ts';

/** A day as it is; an instant as `h` and base 36, as `u` where it is urgent. */
const slot: Field<string> = {
  write: (value) => {
    const on = parseLocalDate(value);
    if (on !== null) return day.write(on);
    const moment = momentOfSlot(value);
    if (moment === null) throw new RangeError(`not a slot to write: ${value}`);
    return `${moment.urgent ? 'u' : 'h'}${moment.at.toString(36)}`;
  },
  read: (text) => {
    const on = day.read(text);
    if (on !== null) return on;
    const [, sort, key] = /^([hu])([0-9a-z]{1,9})$/.exec(text) ?? [];
    return key === undefined ? null : slotOf(sort === 'u', `${Number.parseInt(key, 36)}`);
  },
};

/** `n` and the id of a stored one; or `s`, the number of its kind, `p` or `c` for its addressee, id and slot. */
const upcomingRef: Field<UpcomingRef> = {
  write: (ref) => {
    if (ref.kind === 'stored') return `n${id<'notice'>().write(ref.id)}`;
    const { kind, id: addressee } = ref.addressee;
    const to = `${kind === 'person' ? 'p' : 'c'}${id<'person' | 'chat'>().write(addressee)}`;
    return `s${SLOT_NOTICE_KINDS.indexOf(ref.notice)}${to}${slot.write(ref.slot)}`;
  },
  read: (text) => {
    if (text.startsWith('n')) {
      const known = id<'notice'>().read(text.slice(1));
      return known === null ? null : { kind: 'stored', id: known };
    }
    const [, number, sort, key, of = ''] = /^s(\d)([pc])(.{22})(.+)$/.exec(text) ?? [];
    const notice = SLOT_NOTICE_KINDS[Number(number)];
    const known = id<'person' & 'chat'>().read(key ?? '');
    const wanted = slot.read(of);
    if (notice === undefined || known === null || wanted === null) return null;
    const addressee = { kind: sort === 'p' ? 'person' : 'chat', id: known } as Addressee;
    return { kind: 'slot', notice, addressee, slot: wanted };
  },
};

/** What buttons do about what the bot says by itself: none of it moves a deadline. */
export const NOTICE_BUTTONS = {
  /** Tomorrow again, of all that the notice told. */
  snooze: ['zs', { notice: id<'notice'>() }],
  /** Why the notice came, and what comes next. */
  basis: ['zb', { notice: id<'notice'>() }],
  /** What the notice said, as plain text to copy into another messenger. */
  plain_copy: ['wp', { notice: id<'notice'>() }],
  /** In the card that says why the notice came. */
  card_mute: ['zn', { obligation: id<'obligation'>(), notice: id<'notice'>() }],
  card_unmute: ['zo', { obligation: id<'obligation'>(), notice: id<'notice'>() }],
  /** In cards that do not say which notice they are about, so that they cannot be shown anew. */
  mute: ['zm', { obligation: id<'obligation'>() }],
  unmute: ['zu', { obligation: id<'obligation'>() }],
  /** The secretary calls about what was handed over, or waits. */
  escalation_call: ['zc', { notice: id<'notice'>() }],
  escalation_wait: ['zw', { notice: id<'notice'>() }],
  /** What it handed over, written for whoever the secretary reports to. */
  escalation_report: ['vq', { notice: id<'notice'>() }],
  /** What will be said within the next days, entries from `skip` on. */
  upcoming: ['vl', { skip: count }],
  upcoming_one: ['vo', { ref: upcomingRef }],
  upcoming_settle: ['vs', { ref: upcomingRef, choice: oneOf('now', 'skip') }],
} as const satisfies ButtonTable;
