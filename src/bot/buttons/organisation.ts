import { HAND_OVER_SIDES, type RotatingOffice } from '../../core/organisation/hand-over.ts';
import { type ButtonTable, count, day, type Field, id, lettered, oneOf } from './wire-field.ts';

/** 64 hexadecimal digits in 43 letters. */
const sha256: Field<string> = {
  write: (digits) => Buffer.from(digits, 'hex').toString('base64url'),
  read: (text) => (/^[\w-]{43}$/.test(text) ? Buffer.from(text, 'base64url').toString('hex') : null),
};

const office: Field<RotatingOffice> = lettered({ lead: 'l', deputy: 'd' });
const officeOf = { cluster: id<'cluster'>(), unit: id<'unit'>(), office };

/** What buttons do about clusters, the offices in them, and units. */
export const ORGANISATION_BUTTONS = {
  /** Takes over what a file says of the organisation; the file is known by its SHA-256 in hexadecimal digits. */
  organisation: ['uo', { file: sha256, choice: oneOf('import', 'leave') }],
  /** The clusters with their heads and deputies; one of them; the units to choose from. */
  offices: ['ro', {}],
  office_cluster: ['rc', { cluster: id<'cluster'>() }],
  office_units: ['ru', { cluster: id<'cluster'>(), office }],
  /** Asks whether a unit holds an office from the day; says so; asks for another day. */
  office_ask: ['rn', { ...officeOf, from: day }],
  office_set: ['rs', { ...officeOf, from: day }],
  office_day: ['rd', officeOf],
  /** Head and deputies stay for another term. */
  office_keep: ['rk', { cluster: id<'cluster'>() }],
  /** Asks who of the council follows the cluster. */
  office_member: ['rg', { cluster: id<'cluster'>() }],
  /** A side of a hand-over says that it is done. */
  hand_over: ['rh', { handOver: id<'hand_over'>(), side: oneOf(...HAND_OVER_SIDES) }],
  /** Begins ending a cluster; takes its end back. */
  cluster_end: ['rw', { cluster: id<'cluster'>() }],
  cluster_restore: ['rz', { cluster: id<'cluster'>() }],
  /** Begins renaming or ending a unit; takes its end back. */
  unit_rename: ['rm', { unit: id<'unit'>() }],
  unit_end: ['rf', { unit: id<'unit'>() }],
  unit_restore: ['rb', { unit: id<'unit'>() }],
  /** Work that nobody owes any more. */
  unowned: ['rl', { skip: count }],
} as const satisfies ButtonTable;
