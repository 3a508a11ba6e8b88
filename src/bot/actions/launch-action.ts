import type { LaunchId, UnitId } from '../../core/id.ts';

/** What buttons do about a launch that was written, beside acknowledging it. */
export type LaunchAction =
  /** Reminds those who have not received it. */
  | { readonly kind: 'launch_remind'; readonly launch: LaunchId }
  /** Outside office hours: when they come, or HỎA TỐC at once. */
  | { readonly kind: 'launch_remind_as'; readonly launch: LaunchId; readonly as: 'usual' | 'urgent' }
  /** Its text with its files, or the files alone. */
  | { readonly kind: 'launch_read'; readonly launch: LaunchId; readonly part: 'all' | 'files' }
  /** Whom to call. */
  | { readonly kind: 'launch_callers'; readonly launch: LaunchId }
  /** Its text, plain, to copy into another messenger. */
  | { readonly kind: 'launch_copy'; readonly launch: LaunchId }
  /** Records for units that they have received it. */
  | { readonly kind: 'launch_record'; readonly launch: LaunchId }
  /** The list of receipt as a file. */
  | { readonly kind: 'launch_list'; readonly launch: LaunchId }
  /** Lets one go that a trial keeps back. */
  | { readonly kind: 'launch_release'; readonly launch: LaunchId }
  | { readonly kind: 'launch_approve'; readonly launch: LaunchId; readonly answer: 'yes' | 'no' | 'silent' }
  /** Opens what was given back or withdrawn, to be written anew. */
  | { readonly kind: 'launch_rewrite'; readonly launch: LaunchId }
  | { readonly kind: 'launch_correct'; readonly launch: LaunchId }
  | { readonly kind: 'launch_withdraw'; readonly launch: LaunchId; readonly answer: 'ask' | 'yes' | 'no' }
  /** The presser's units register. */
  | { readonly kind: 'launch_register'; readonly launch: LaunchId }
  /** The registrations that wait. */
  | { readonly kind: 'launch_registrations'; readonly launch: LaunchId }
  | {
      readonly kind: 'registration';
      readonly launch: LaunchId;
      readonly unit: UnitId;
      readonly answer: 'yes' | 'more';
    }
  /** Makes the interim or final review of the movement a task. */
  | { readonly kind: 'launch_review'; readonly launch: LaunchId; readonly review: 'interim' | 'final' };
