import type { UpcomingChoice } from '../../app/settle-upcoming.ts';
import type { UpcomingRef } from '../../app/upcoming-notices.ts';

/** What the secretariat's buttons do about what is said by itself. */
export type TimeAction =
  /** What will be said within the next days, entries from `skip` on. */
  | { readonly kind: 'upcoming'; readonly skip: number }
  | { readonly kind: 'upcoming_one'; readonly ref: UpcomingRef }
  | { readonly kind: 'upcoming_settle'; readonly ref: UpcomingRef; readonly choice: UpcomingChoice };
