import { addDays, type LocalDate } from '../time/local-date.ts';

/** While it runs, what the bot says by itself goes to the secretariat only, as it would be sent. */
export interface Trial {
  /** How long one lasts, the day on which it begins not counted; 0 for none. */
  readonly days: number;
  /** When the latest began; null where none did, or it was ended by hand. */
  readonly from: LocalDate | null;
}

/** What the secretariat chooses between. */
export const TRIAL_DAYS = [0, 3, 7, 14, 30] as const;

/** The last day of the latest trial, over or not; null where there was none. */
export const trialUntil = ({ days, from }: Trial): LocalDate | null =>
  from === null || days === 0 ? null : addDays(from, days);

export function isTrialOn(trial: Trial, today: LocalDate): boolean {
  const until = trialUntil(trial);
  return until !== null && today <= until;
}
