import type { LaunchId, ObligationId, TaskId } from '../../core/id.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { AskAction } from './ask-action.ts';
import type { AssignAction } from './assign-action.ts';
import type { GroupAction } from './group-action.ts';
import type { KinAction } from './kin-action.ts';
import type { LaunchAction } from './launch-action.ts';
import type { ManageAction } from './manage-action.ts';
import type { OfficeAction } from './office-action.ts';
import type { PlanAction } from './plan-action.ts';
import type { ProgressAction } from './progress-action.ts';
import type { ReminderAction } from './reminder-action.ts';
import type { SetUpAction } from './set-up-action.ts';
import type { StaffAction } from './staff-action.ts';
import type { TimeAction } from './time-action.ts';

/**
 * What a button does: a complete value, checked anew when pressed. Whoever presses, the rights are theirs, not the
 * button's. The wording of the wire form stands in `action-codec.ts`.
 */
export type Action =
  /** What falls due in a range of days; entries from `skip` on. */
  | { readonly kind: 'due'; readonly from: LocalDate; readonly to: LocalDate; readonly skip: number }
  | { readonly kind: 'task'; readonly task: TaskId }
  /** The presser's own open obligations. */
  | { readonly kind: 'mine'; readonly skip: number }
  | { readonly kind: 'steps'; readonly obligation: ObligationId }
  | { readonly kind: 'percent'; readonly obligation: ObligationId; readonly percent: number }
  | { readonly kind: 'done'; readonly obligation: ObligationId }
  | { readonly kind: 'blocked'; readonly obligation: ObligationId }
  | { readonly kind: 'acknowledge'; readonly launch: LaunchId }
  /** A choice within the presser's open dialogue: `send`, `back`, `cancel`, or one that the step offers. */
  | { readonly kind: 'dialogue'; readonly choice: string }
  | { readonly kind: 'help' }
  | AskAction
  | OfficeAction
  | ProgressAction
  | ManageAction
  | LaunchAction
  | AssignAction
  | PlanAction
  | KinAction
  | GroupAction
  | ReminderAction
  | SetUpAction
  | TimeAction
  | StaffAction;

export type ActionKind = Action['kind'];
