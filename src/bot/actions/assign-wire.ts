import type { AssignAction } from './assign-action.ts';
import { id, oneOf, type WireOf } from './wire-field.ts';

/** Two letters each, never used again for something else. */
export const ASSIGN_WIRE: WireOf<AssignAction> = {
  assignment_answer: ['ga', { task: id(), answer: oneOf('received', 'sent', 'nothing') }],
  nothing: ['gn', { obligation: id() }],
  assignment_list: ['gl', { task: id() }],
  assignment_copy: ['hz', { task: id() }],
  assignment_calls: ['hc', { task: id() }],
  assignment_hour: ['gh', { task: id() }],
  assignment_withdraw: ['gw', { task: id(), answer: oneOf('ask', 'yes', 'no') }],
  items: ['gi', { task: id() }],
  item: ['gu', { obligation: id() }],
};
