import { isTrialOn, type Trial, trialUntil } from '../../core/organisation/trial.ts';
import { type LocalDate, parseLocalDate } from '../../core/time/local-date.ts';

/** What the secretariat is told of a trial: that it runs until a day, or that it is over. */
export interface TrialNews {
  /** `stopped`: ended by hand, by one of them. */
  readonly what: 'begun' | 'ended' | 'stopped';
  readonly until: LocalDate;
}

const SEPARATOR = '~';

/** The slot of the notice about it, and back. */
export const trialSlot = ({ what, until }: TrialNews): string => [what, until].join(SEPARATOR);
export function trialNewsOf(slot: string): TrialNews | null {
  const [what, day] = slot.split(SEPARATOR);
  const until = parseLocalDate(day ?? '');
  const known = (['begun', 'ended', 'stopped'] as const).find((one) => one === what);
  return known === undefined || until === null ? null : { what: known, until };
}

/** Ended or given another length since, there is other news. */
export function isTrialNewsTrue({ what, until }: TrialNews, trial: Trial, today: LocalDate): boolean {
  const isOn = isTrialOn(trial, today);
  return what === 'stopped' ? !isOn : trialUntil(trial) === until && isOn === (what === 'begun');
}
