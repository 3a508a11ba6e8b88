import { type ButtonTable, count, id, oneOf } from './wire-field.ts';

/** What buttons do about tasks that are one duty. */
export const KIN_BUTTONS = {
  /** Two that look like one duty, one pair after another. */
  alike: ['ya', { skip: count }],
  /** The pairs that say the very same, to be joined at once. */
  twins: ['yw', { skip: count }],
  /** Joins them all; `count` is how many were shown. */
  pair_twins: ['yj', { count }],
  /** Decides of a pair, and goes on to the next; `skip` is its place. */
  pair: ['yp', { task: id<'task'>(), another: id<'task'>(), answer: oneOf('same', 'apart'), skip: count }],
  /** The tasks that are one duty with this one, each to be parted. */
  kin: ['yk', { task: id<'task'>() }],
  part: ['yt', { task: id<'task'>(), from: id<'task'>() }],
} as const satisfies ButtonTable;
