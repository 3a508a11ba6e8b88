import { SLOT_NOTICE_KINDS, type UpcomingRef } from '../../app/notices/upcoming-notices.ts';
import { momentOfSlot, slotOf } from '../../app/notices/urgent-slot.ts';
import type { Addressee } from '../../app/ports/notice-repository.ts';
import { WORK_KINDS, type WorkKind } from '../../core/obligation/work-kind.ts';
import { LADDER_NAMES, type LadderScope } from '../../core/reminder/ladder.ts';
import { parseLocalDate } from '../../core/time/local-date.ts';
import { parseQuarter, type Quarter } from '../../core/time/quarter.ts';
import type { TimeAction } from './time-action.ts';
import { count, day, type Field, id, oneOf, type WireOf, word } from './wire-field.ts';

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

const WORKS: readonly string[] = [...WORK_KINDS, 'given'];

/** `o` for the office; `p` or `c` and the id of a plan or cluster; `w` and a kind of work. */
const ladderScope: Field<LadderScope> = {
  write: (scope) => {
    switch (scope.kind) {
      case 'office':
        return 'o';
      case 'work':
        return `w${scope.work}`;
      case 'cluster':
      case 'plan':
        return `${scope.kind === 'plan' ? 'p' : 'c'}${id<'plan' | 'cluster'>().write(scope.id)}`;
    }
  },
  read: (text) => {
    if (text === 'o') return { kind: 'office' };
    const rest = text.slice(1);
    if (text.startsWith('w')) {
      return WORKS.includes(rest) ? { kind: 'work', work: rest as WorkKind } : null;
    }
    const known = id<'plan' & 'cluster'>().read(rest);
    if (known === null) return null;
    if (text.startsWith('p')) return { kind: 'plan', id: known };
    return text.startsWith('c') ? { kind: 'cluster', id: known } : null;
  },
};

const ladderName = oneOf(...LADDER_NAMES);

/** `20244` for `2024-Q4` */
const quarter: Field<Quarter> = {
  write: (value) => value.replace('-Q', ''),
  read: (text) => parseQuarter(text.replace(/^(\d{4})(\d)$/, '$1-Q$2')),
};

/** Two letters each, never used again for something else. */
export const TIME_WIRE: WireOf<TimeAction> = {
  upcoming: ['vl', { skip: count }],
  upcoming_one: ['vo', { ref: upcomingRef }],
  upcoming_settle: ['vs', { ref: upcomingRef, choice: oneOf('now', 'skip') }],
  ladders: ['va', {}],
  ladder_scopes: ['vb', { of: oneOf('plan', 'work', 'cluster'), skip: count }],
  ladder: ['vc', { scope: ladderScope, of: ladderName }],
  ladder_set: [
    'vd',
    { scope: ladderScope, of: ladderName, part: oneOf('before', 'after', 'hours'), stages: word },
  ],
  ladder_clear: ['ve', { scope: ladderScope, of: ladderName }],
  days: ['vf', { skip: count }],
  day_add: ['vg', {}],
  school_year: ['vr', {}],
  day: ['vh', { from: day, to: day }],
  day_set: ['vi', { from: day, to: day, as: oneOf('off', 'worked', 'usual') }],
  escalation_report: ['vq', { notice: id() }],
  sessions: ['vm', {}],
  session: ['vn', { memberId: id(), clusterId: id(), quarter }],
  session_task: ['hk', { memberId: id(), clusterId: id(), quarter, item: count }],
  session_do: ['vp', { memberId: id(), clusterId: id(), quarter, to: oneOf('agreed', 'held', 'moved') }],
  tones: ['vj', { skip: count }],
  tone: ['vk', { unit: id(), tone: oneOf('usual', 'courteous'), skip: count }],
};
