import type { NoticeId, ObligationId } from '../../core/id.ts';

/** What buttons do about what the bot said by itself: none of it moves a deadline. */
export type ReminderAction =
  /** Tomorrow again, of all that the notice told. */
  | { readonly kind: 'snooze'; readonly notice: NoticeId }
  /** Why the notice came, and what comes next. */
  | { readonly kind: 'basis'; readonly notice: NoticeId }
  /** What the notice said, as plain text to copy into another messenger. */
  | { readonly kind: 'plain_copy'; readonly notice: NoticeId }
  /** In the card that says why the notice came. */
  | { readonly kind: 'mute'; readonly obligation: ObligationId; readonly notice: NoticeId }
  | { readonly kind: 'unmute'; readonly obligation: ObligationId; readonly notice: NoticeId }
  /** The secretary calls about what was handed over, or waits. */
  | { readonly kind: 'escalation_call'; readonly notice: NoticeId }
  | { readonly kind: 'escalation_wait'; readonly notice: NoticeId };
