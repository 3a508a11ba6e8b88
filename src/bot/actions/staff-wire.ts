import { HAND_OVER_SIDES, type RotatingOffice } from '../../core/organisation/hand-over.ts';
import type { Role } from '../../core/organisation/person.ts';
import type { StaffAction, Where } from './staff-action.ts';
import { count, day, type Field, id, oneOf, type WireOf } from './wire-field.ts';

/** A letter for each of a few words: some actions name three things and a day. */
const lettered = <Word extends string>(letters: Readonly<Record<Word, string>>): Field<Word> => ({
  write: (word) => letters[word],
  read: (text) => (Object.keys(letters) as Word[]).find((word) => letters[word] === text) ?? null,
});

const office: Field<RotatingOffice> = lettered({ lead: 'l', deputy: 'd' });
const role: Field<Role> = lettered({
  secretariat: 's',
  approver: 'a',
  leader: 'l',
  focal_point: 'f',
  council_member: 'c',
});

const where: Field<Where> = {
  write: (value) => {
    switch (value.kind) {
      case 'unit':
        return `u${id<'unit'>().write(value.id)}`;
      case 'cluster':
        return `c${id<'cluster'>().write(value.id)}`;
      case 'office':
        return 'o';
    }
  },
  read: (text) => {
    if (text === 'o') return { kind: 'office' };
    const rest = text.slice(1);
    const unit = text.startsWith('u') ? id<'unit'>().read(rest) : null;
    if (unit !== null) return { kind: 'unit', id: unit };
    const cluster = text.startsWith('c') ? id<'cluster'>().read(rest) : null;
    return cluster === null ? null : { kind: 'cluster', id: cluster };
  },
};

/** Two letters each, never used again for something else. */
export const STAFF_WIRE: WireOf<StaffAction> = {
  offices: ['ro', {}],
  office_cluster: ['rc', { cluster: id() }],
  office_units: ['ru', { cluster: id(), office }],
  office_ask: ['rn', { cluster: id(), unit: id(), office, from: day }],
  office_set: ['rs', { cluster: id(), unit: id(), office, from: day }],
  office_day: ['rd', { cluster: id(), unit: id(), office }],
  office_keep: ['rk', { cluster: id() }],
  office_member: ['rg', { cluster: id() }],
  hand_over: ['rh', { handOver: id(), side: oneOf(...HAND_OVER_SIDES) }],
  staff: ['rp', {}],
  staff_cluster: ['rq', { cluster: id() }],
  staff_others: ['rv', {}],
  staff_office: ['ry', {}],
  staff_unit: ['rx', { unit: id() }],
  duty: ['rr', { person: id(), role, where }],
  duty_pass: ['rt', { person: id(), role, where, act: lettered({ hand_over: 'h', stand_in: 's' }) }],
  duty_end: [
    're',
    { person: id(), role, where, answer: lettered({ ask: 'a', yes: 'y', back: 'b', stay: 's' }) },
  ],
  unit_rename: ['rm', { unit: id() }],
  unit_end: ['rf', { unit: id() }],
  unit_restore: ['rb', { unit: id() }],
  cluster_end: ['rw', { cluster: id() }],
  cluster_restore: ['rz', { cluster: id() }],
  unowned: ['rl', { skip: count }],
  contacts: ['ra', { unit: id(), answer: oneOf('same', 'other') }],
};
