import type { AuditBy } from '../../core/organisation/audit-by.ts';
import { type ButtonTable, count, day, type Field, id, oneOf } from './wire-field.ts';

const AUDIT_CHOICES = ['people', 'units', 'sorts', 'days'] as const;
export type AuditChoice = (typeof AUDIT_CHOICES)[number];

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

export const AUDIT_BUTTONS = {
  /** Entries from `skip` on. */
  audit: ['au', { by: auditBy, skip: count }],
  /** What to look at in it. */
  audit_choose: ['ac', { what: oneOf(...AUDIT_CHOICES), skip: count }],
  /** The same as a table. */
  audit_table: ['at', { by: auditBy }],
} as const satisfies ButtonTable;
