import type { NoticeId } from '../../core/id.ts';

export const SET_UP_PAGES = [
  'open',
  'show',
  'organisation',
  'plan',
  'groups',
  'people',
  'rehearsal',
] as const;
export type SetUpPage = (typeof SET_UP_PAGES)[number];
export const SET_UP_FILES = ['template', 'rehearsal'] as const;

export const TRIAL_CHOICES = ['open', 'show', 'begin', 'end'] as const;

/** What the secretariat's buttons do while the office is being set up. */
export type SetUpAction =
  /** The page of the trial: anew, in place; beginning one, ending it at once. */
  | { readonly kind: 'trial'; readonly choice: (typeof TRIAL_CHOICES)[number] }
  | { readonly kind: 'trial_days'; readonly days: number }
  /** Lets what a rehearsal shows go to its true addressee. */
  | { readonly kind: 'release'; readonly rehearsal: NoticeId }
  /** The same for all that were shown today. */
  | { readonly kind: 'release_all' }
  /** What is set up and what is missing: anew, in place; one step of it. */
  | { readonly kind: 'set_up'; readonly page: SetUpPage }
  | { readonly kind: 'set_up_file'; readonly file: (typeof SET_UP_FILES)[number] }
  /** Takes over what a file says of the organisation; the file is known by its SHA-256 in hexadecimal digits. */
  | { readonly kind: 'organisation'; readonly file: string; readonly choice: 'import' | 'leave' };
