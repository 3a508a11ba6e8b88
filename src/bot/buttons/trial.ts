import { type ButtonTable, count, id, oneOf } from './wire-field.ts';

export const TRIAL_CHOICES = ['open', 'show', 'begin', 'end'] as const;

/** What the bot says by itself is shown to the secretariat first. */
export const TRIAL_BUTTONS = {
  /** The page of the trial: anew, in place; beginning one, ending it at once. */
  trial: ['ut', { choice: oneOf(...TRIAL_CHOICES) }],
  trial_days: ['ud', { days: count }],
  /** Lets what a rehearsal shows go to its true addressee. */
  release: ['ur', { rehearsal: id<'notice'>() }],
  /** The same for all that were shown today. */
  release_all: ['ua', {}],
} as const satisfies ButtonTable;
