import { HANDLING_CHOICES, type ManageAction } from './manage-action.ts';
import { count, id, oneOf, type WireOf } from './wire-field.ts';

/** Two letters each, never used again for something else. */
export const MANAGE_WIRE: WireOf<ManageAction> = {
  inbox: ['ki', {}],
  inbox_item: ['kl', { skip: count }],
  confirm: ['kk', { obligation: id() }],
  confirm_all: ['ka', {}],
  send_back: ['kb', { obligation: id() }],
  extension: ['kx', { extension: id(), answer: oneOf('granted', 'refused') }],
  settle: ['kt', { report: id() }],
  handling: ['kh', { task: id() }],
  handle: ['kw', { task: id(), choice: oneOf(...HANDLING_CHOICES) }],
  board: ['kd', {}],
  board_cluster: ['kj', { cluster: id(), skip: count }],
  board_tasks: ['km', { skip: count }],
  board_task: ['kn', { task: id(), skip: count }],
  evidences: ['kp', { task: id(), skip: count }],
  record: ['kr', { task: id() }],
  record_choose: ['wt', {}],
  calls: ['wa', {}],
  task_calls: ['wc', { task: id() }],
};
