import type { ClusterId, PersonId, UnitId } from '../../core/id.ts';
import { INVITED_ROLES } from '../../core/organisation/invitation.ts';
import type { Role } from '../../core/organisation/person.ts';
import { type ButtonTable, type Field, id, lettered, oneOf } from './wire-field.ts';

const ME_CHOICES = ['show', 'describe', 'erase', 'erase-yes', 'reminders-on', 'reminders-off'] as const;
export type MeChoice = (typeof ME_CHOICES)[number];

/** For what a role is held: a unit, a cluster, or the office as a whole. */
export type Where =
  | { readonly kind: 'unit'; readonly id: UnitId }
  | { readonly kind: 'cluster'; readonly id: ClusterId }
  | { readonly kind: 'office' };

/** Somebody's duty, as a button names it. */
export interface DutyRef {
  readonly person: PersonId;
  readonly role: Role;
  readonly where: Where;
}

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

const dutyRef = { person: id<'person'>(), role, where };

/** What buttons do about people and the duties they hold. */
export const PEOPLE_BUTTONS = {
  /** What the presser wants done about what is known of them. */
  me: ['me', { choice: oneOf(...ME_CHOICES) }],
  /** Whom to invite: the clusters to choose from, a cluster's units, the units of no cluster. */
  invite: ['iv', {}],
  invite_cluster: ['ic', { cluster: id<'cluster'>() }],
  invite_others: ['io', {}],
  /** Issues an invitation. */
  invite_unit: ['iu', { unit: id<'unit'>(), role: oneOf(...INVITED_ROLES) }],
  /** Issues one for each unit, as a sheet to hand out. */
  invite_all: ['ia', { role: oneOf('focal_point', 'leader') }],
  /** Whether somebody is who they say. */
  join: ['jo', { invitation: id<'invitation'>(), answer: oneOf('yes', 'no') }],
  /** Whose people to look at: clusters, the units of one or of none, the secretariat itself. */
  staff: ['rp', {}],
  staff_cluster: ['rq', { cluster: id<'cluster'>() }],
  staff_others: ['rv', {}],
  staff_office: ['ry', {}],
  staff_unit: ['rx', { unit: id<'unit'>() }],
  /** A duty with what can be done about it; begins passing it on, for good or for a while; ends it, or not. */
  duty: ['rr', dutyRef],
  duty_pass: ['rt', { ...dutyRef, act: lettered({ hand_over: 'h', stand_in: 's' }) }],
  duty_end: ['re', { ...dutyRef, answer: lettered({ ask: 'a', yes: 'y', back: 'b', stay: 's' }) }],
  /** Whether the people of a unit are still right. */
  contacts: ['ra', { unit: id<'unit'>(), answer: oneOf('same', 'other') }],
} as const satisfies ButtonTable;
