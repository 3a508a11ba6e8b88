import { parseQuarter, type Quarter } from '../../core/time/quarter.ts';
import { type ButtonTable, count, type Field, id, oneOf } from './wire-field.ts';

/** `20244` for `2024-Q4` */
const quarter: Field<Quarter> = {
  write: (value) => value.replace('-Q', ''),
  read: (text) => parseQuarter(text.replace(/^(\d{4})(\d)$/, '$1-Q$2')),
};

const session = { memberId: id<'person'>(), clusterId: id<'cluster'>(), quarter };

/** Quarterly sessions of council members with their clusters. */
export const SESSION_BUTTONS = {
  sessions: ['vm', {}],
  session: ['vn', session],
  /** What a session concluded becomes a task of the day: the conclusion at `item`. */
  session_task: ['hk', { ...session, item: count }],
  /** What became of it. */
  session_do: ['vp', { ...session, to: oneOf('agreed', 'held', 'moved') }],
} as const satisfies ButtonTable;
