import { type ButtonTable, count, id } from './wire-field.ts';

/** How the work of all stands, and whom to telephone about it. */
export const BOARD_BUTTONS = {
  board: ['kd', {}],
  board_cluster: ['kj', { cluster: id<'cluster'>(), skip: count }],
  board_tasks: ['km', { skip: count }],
  board_task: ['kn', { task: id<'task'>(), skip: count }],
  /** Pins the board that is kept in the group in which it is pressed. */
  board_pin: ['hp', {}],
  /** What was given as evidence by those who have done a task; from `skip` on. */
  evidences: ['kp', { task: id<'task'>(), skip: count }],
  /** Whom to telephone: about everything that is silent, or about one task. */
  calls: ['wa', {}],
  task_calls: ['wc', { task: id<'task'>() }],
} as const satisfies ButtonTable;
