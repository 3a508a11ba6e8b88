import type { AuditBy } from '../../core/organisation/audit-by.ts';
import { INVITED_ROLES, type ServingRole } from '../../core/organisation/invitation.ts';
import { SETTING_NAMES } from '../../core/organisation/setting-choices.ts';
import type { OfficeAction } from './office-action.ts';
import { count, day, type Field, id, oneOf, type WireOf, word } from './wire-field.ts';

const role: Field<ServingRole> = oneOf('focal_point', 'leader');

/** A letter for what is looked at, then its id, word or days. */
const auditBy: Field<AuditBy> = {
  write: (by) => {
    switch (by.kind) {
      case 'all':
        return 'a';
      case 'person':
        return `p${id<'person'>().write(by.id)}`;
      case 'unit':
        return `u${id<'unit'>().write(by.id)}`;
      case 'sort':
        return `s${by.sort}`;
      case 'days':
        return `d${day.write(by.from)}${day.write(by.to)}`;
    }
  },
  read: (text) => AUDIT_BY[text.charAt(0)]?.(text.slice(1)) ?? null,
};

const AUDIT_BY: Readonly<Record<string, (rest: string) => AuditBy | null>> = {
  a: (rest) => (rest === '' ? { kind: 'all' } : null),
  p: (rest) => {
    const known = id<'person'>().read(rest);
    return known === null ? null : { kind: 'person', id: known };
  },
  u: (rest) => {
    const known = id<'unit'>().read(rest);
    return known === null ? null : { kind: 'unit', id: known };
  },
  s: (rest) => (/^[a-z_]{1,20}$/.test(rest) ? { kind: 'sort', sort: rest } : null),
  d: (rest) => {
    const from = day.read(rest.slice(0, 8));
    const to = day.read(rest.slice(8));
    return from === null || to === null ? null : { kind: 'days', from, to };
  },
};

/** Two letters each, never used again for something else. */
export const OFFICE_WIRE: WireOf<OfficeAction> = {
  invite: ['iv', {}],
  invite_cluster: ['ic', { cluster: id() }],
  invite_others: ['io', {}],
  invite_unit: ['iu', { unit: id(), role: oneOf(...INVITED_ROLES) }],
  invite_all: ['ia', { role }],
  bind: ['bg', { cluster: id() }],
  unbind: ['ug', { chat: id() }],
  me: ['me', { choice: oneOf('show', 'describe', 'erase', 'erase-yes', 'reminders-on', 'reminders-off') }],
  audit: ['au', { by: auditBy, skip: count }],
  audit_choose: ['ac', { what: oneOf('people', 'units', 'sorts', 'days'), skip: count }],
  audit_table: ['at', { by: auditBy }],
  setting: ['st', { name: oneOf('all', ...SETTING_NAMES) }],
  set: ['se', { name: oneOf(...SETTING_NAMES), value: word }],
  secretariat_name: ['sn', {}],
  own_setting: [
    'os',
    { choice: oneOf('vi', 'en', 'free-on', 'free-off', 'here', 'reminders-on', 'reminders-off') },
  ],
  join: ['jo', { invitation: id(), answer: oneOf('yes', 'no') }],
};
