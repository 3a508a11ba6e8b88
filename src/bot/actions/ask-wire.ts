import type { AskAction } from './ask-action.ts';
import { count, day, flag, id, subject, type WireOf, word } from './wire-field.ts';

/** Two letters each, never used again for something else. */
export const ASK_WIRE: WireOf<AskAction> = {
  due_of: ['qd', { about: subject, from: day, to: day, skip: count }],
  leads: ['ql', { task: id() }],
  overdue: ['qo', { about: subject, skip: count }],
  status: ['qs', { about: subject, from: day, to: day, skip: count }],
  units: ['qu', { about: subject, filter: flag('not_done', 'done'), from: day, to: day, skip: count }],
  task_status: ['qt', { about: subject, task: id(), skip: count }],
  movements: ['qm', { about: subject, skip: count }],
  movements_of: ['qp', { about: subject, origin: word, first: count, last: count, skip: count }],
  events: ['qe', { from: day, to: day, skip: count }],
  meetings: ['wm', { skip: count }],
  other: ['qn', {}],
};
