import type { LaunchAction } from './launch-action.ts';
import { id, oneOf, type WireOf } from './wire-field.ts';

/** Two letters each, never used again for something else. */
export const LAUNCH_WIRE: WireOf<LaunchAction> = {
  launch_remind: ['lr', { launch: id() }],
  launch_remind_as: ['lu', { launch: id(), as: oneOf('usual', 'urgent') }],
  launch_read: ['lx', { launch: id(), part: oneOf('all', 'files') }],
  launch_callers: ['lc', { launch: id() }],
  launch_copy: ['lz', { launch: id() }],
  launch_record: ['lo', { launch: id() }],
  launch_list: ['ll', { launch: id() }],
  launch_release: ['lf', { launch: id() }],
  launch_approve: ['la', { launch: id(), answer: oneOf('yes', 'no', 'silent') }],
  launch_rewrite: ['le', { launch: id() }],
  launch_correct: ['lk', { launch: id() }],
  launch_withdraw: ['lw', { launch: id(), answer: oneOf('ask', 'yes', 'no') }],
  launch_register: ['lg', { launch: id() }],
  launch_registrations: ['ln', { launch: id() }],
  launch_review: ['lv', { launch: id(), review: oneOf('interim', 'final') }],
  registration: ['lp', { launch: id(), unit: id(), answer: oneOf('yes', 'more') }],
};
