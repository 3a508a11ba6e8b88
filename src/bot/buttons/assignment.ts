import { ASSIGNMENT_ANSWERS } from '../../app/report/answer-assignment.ts';
import { type ButtonTable, id, oneOf } from './wire-field.ts';

/** What buttons do about a task of the day. */
export const ASSIGNMENT_BUTTONS = {
  /** Of the presser's own units: received, sent, or nothing to send. */
  assignment_answer: ['ga', { task: id<'task'>(), answer: oneOf(...ASSIGNMENT_ANSWERS) }],
  /** Done, with nothing to show: of one unit. */
  nothing: ['gn', { obligation: id<'obligation'>() }],
  /** Who has answered and who has not. */
  assignment_list: ['gl', { task: id<'task'>() }],
  /** The task as plain text, for those it concerns. */
  assignment_copy: ['hz', { task: id<'task'>() }],
  /** Whom to telephone about it. */
  assignment_calls: ['hc', { task: id<'task'>() }],
  assignment_hour: ['gh', { task: id<'task'>() }],
  assignment_withdraw: ['gw', { task: id<'task'>(), answer: oneOf('ask', 'yes', 'no') }],
  /** Asks the units of a cluster for a part of what it owes: of which cluster, then of this one. */
  items: ['gi', { task: id<'task'>() }],
  item: ['gu', { obligation: id<'obligation'>() }],
} as const satisfies ButtonTable;
