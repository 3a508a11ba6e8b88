import type { ObligationId, TaskId } from '../../core/id.ts';

/** What buttons do about a task of the day. */
export type AssignAction =
  /** Of the presser's own units: received, sent, or nothing to send. */
  | {
      readonly kind: 'assignment_answer';
      readonly task: TaskId;
      readonly answer: 'received' | 'sent' | 'nothing';
    }
  /** Done, with nothing to show: of one unit. */
  | { readonly kind: 'nothing'; readonly obligation: ObligationId }
  /** Who has answered and who has not. */
  | { readonly kind: 'assignment_list'; readonly task: TaskId }
  /** The task as plain text, for those it concerns. */
  | { readonly kind: 'assignment_copy'; readonly task: TaskId }
  /** Whom to telephone about it. */
  | { readonly kind: 'assignment_calls'; readonly task: TaskId }
  | { readonly kind: 'assignment_hour'; readonly task: TaskId }
  | { readonly kind: 'assignment_withdraw'; readonly task: TaskId; readonly answer: 'ask' | 'yes' | 'no' }
  /** Asks the units of a cluster for a part of what it owes: of which cluster, then of this one. */
  | { readonly kind: 'items'; readonly task: TaskId }
  | { readonly kind: 'item'; readonly obligation: ObligationId };
