import { type ButtonTable, id, oneOf } from './wire-field.ts';

/** What buttons do about a launch that was written. */
export const LAUNCH_BUTTONS = {
  /** The presser's units have received it. */
  acknowledge: ['a', { launch: id<'launch'>() }],
  /** Reminds those who have not received it. */
  launch_remind: ['lr', { launch: id<'launch'>() }],
  /** Outside office hours: when they come, or HỎA TỐC at once. */
  launch_remind_as: ['lu', { launch: id<'launch'>(), as: oneOf('usual', 'urgent') }],
  /** Its text with its files, or the files alone. */
  launch_read: ['lx', { launch: id<'launch'>(), part: oneOf('all', 'files') }],
  /** Whom to call. */
  launch_callers: ['lc', { launch: id<'launch'>() }],
  /** Its text, plain, to copy into another messenger. */
  launch_copy: ['lz', { launch: id<'launch'>() }],
  /** Records for units that they have received it. */
  launch_record: ['lo', { launch: id<'launch'>() }],
  /** The list of receipt as a file. */
  launch_list: ['ll', { launch: id<'launch'>() }],
  /** Lets one go that a trial keeps back. */
  launch_release: ['lf', { launch: id<'launch'>() }],
  launch_approve: ['la', { launch: id<'launch'>(), answer: oneOf('yes', 'no', 'silent') }],
  /** Opens what was given back or withdrawn, to be written anew. */
  launch_rewrite: ['le', { launch: id<'launch'>() }],
  launch_correct: ['lk', { launch: id<'launch'>() }],
  launch_withdraw: ['lw', { launch: id<'launch'>(), answer: oneOf('ask', 'yes', 'no') }],
  /** The presser's units register. */
  launch_register: ['lg', { launch: id<'launch'>() }],
  /** The registrations that wait. */
  launch_registrations: ['ln', { launch: id<'launch'>() }],
  registration: ['lp', { launch: id<'launch'>(), unit: id<'unit'>(), answer: oneOf('yes', 'more') }],
  /** Makes the interim or final review of the movement a task. */
  launch_review: ['lv', { launch: id<'launch'>(), review: oneOf('interim', 'final') }],
} as const satisfies ButtonTable;
