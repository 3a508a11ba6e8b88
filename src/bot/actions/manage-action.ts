import type { ReportId } from '../../app/ports/report-repository.ts';
import type { ClusterId, ObligationId, TaskId } from '../../core/id.ts';
import type { ExtensionId } from '../../core/obligation/extension.ts';

export const HANDLING_CHOICES = [
  'conference',
  'document',
  'general',
  'evidence-none',
  'evidence-document',
  'evidence-file',
  'evidence-link',
  'confirmed',
  'unconfirmed',
] as const;
export type HandlingChoice = (typeof HANDLING_CHOICES)[number];

/** What the secretariat's buttons do about the work of others. */
export type ManageAction =
  | { readonly kind: 'inbox' }
  /** What waits, one by one. */
  | { readonly kind: 'inbox_item'; readonly skip: number }
  | { readonly kind: 'confirm'; readonly obligation: ObligationId }
  | { readonly kind: 'confirm_all' }
  /** Begins returning what is reported done, with what is missing. */
  | { readonly kind: 'send_back'; readonly obligation: ObligationId }
  | { readonly kind: 'extension'; readonly extension: ExtensionId; readonly answer: 'granted' | 'refused' }
  | { readonly kind: 'settle'; readonly report: ReportId }
  /** How a task is reported: to see, and to choose. */
  | { readonly kind: 'handling'; readonly task: TaskId }
  | { readonly kind: 'handle'; readonly task: TaskId; readonly choice: HandlingChoice }
  | { readonly kind: 'board' }
  | { readonly kind: 'board_cluster'; readonly cluster: ClusterId; readonly skip: number }
  | { readonly kind: 'board_tasks'; readonly skip: number }
  | { readonly kind: 'board_task'; readonly task: TaskId; readonly skip: number }
  /** What was given as evidence by those who have done a task; from `skip` on. */
  | { readonly kind: 'evidences'; readonly task: TaskId; readonly skip: number }
  /** Begins recording for the owners of a task. */
  | { readonly kind: 'record'; readonly task: TaskId }
  /** Which task to record for. */
  | { readonly kind: 'record_choose' }
  /** Whom to telephone: about everything that is silent, or about one task. */
  | { readonly kind: 'calls' }
  | { readonly kind: 'task_calls'; readonly task: TaskId };
