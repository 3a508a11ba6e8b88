import { type ButtonTable, count, id, oneOf } from './wire-field.ts';

/** What waits for the secretariat, and how it is decided. */
export const INBOX_BUTTONS = {
  inbox: ['ki', {}],
  /** What waits, one by one. */
  inbox_item: ['kl', { skip: count }],
  confirm: ['kk', { obligation: id<'obligation'>() }],
  confirm_all: ['ka', {}],
  /** Begins returning what is reported done, with what is missing. */
  send_back: ['kb', { obligation: id<'obligation'>() }],
  extension: ['kx', { extension: id<'extension'>(), answer: oneOf('granted', 'refused') }],
  /** A report that was contested is looked at. */
  settle: ['kt', { report: id<'report'>() }],
} as const satisfies ButtonTable;
