import type { NoticeId } from '../../core/id.ts';

export const TRIAL_CHOICES = ['open', 'show', 'begin', 'end'] as const;

/** What the secretariat's buttons do while the office is being set up. */
export type SetUpAction =
  /** The page of the trial: anew, in place; beginning one, ending it at once. */
  | { readonly kind: 'trial'; readonly choice: (typeof TRIAL_CHOICES)[number] }
  | { readonly kind: 'trial_days'; readonly days: number }
  /** Lets what a rehearsal shows go to its true addressee. */
  | { readonly kind: 'release'; readonly rehearsal: NoticeId };
