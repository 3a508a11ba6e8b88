import type { Settings } from '../../core/organisation/settings.ts';
import { isTrialOn, TRIAL_DAYS, type Trial, trialUntil } from '../../core/organisation/trial.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { AuditAction } from '../ports/audit-log.ts';
import { whoMay } from '../use-case.ts';
import { beginTrial, tellOfTrial, tellOfTrialEnd } from './begin-trial.ts';

export type TrialChange =
  | { readonly kind: 'begin' }
  | { readonly kind: 'end' }
  /** How long this one and later ones last. */
  | { readonly kind: 'days'; readonly days: number };

/**
 * The secretariat begins a trial, ends it at once, or makes it longer or shorter. Refused: ACCESS_UNKNOWN_PERSON,
 * ACCESS_SECRETARIAT_ONLY, SETTING_UNKNOWN.
 */
export async function changeTrial(
  dependencies: Dependencies,
  request: Request,
  change: TrialChange,
): Promise<Outcome<void>> {
  return whoMay('settings.change', dependencies, request, async (useCase) => {
    const { tx, at, ids, today, directory, person, note } = useCase;
    const { trial: before } = directory.settings;
    const after = changed(before, change, today);
    if (after === null) return refuse('SETTING_UNKNOWN');
    if (after.days === before.days && after.from === before.from) return done(undefined);
    const settings: Settings = { ...directory.settings, trial: after };
    await tx.organisation.saveSettings(settings);
    if (change.kind === 'begin') await beginTrial(tx, ids, at, person.id);
    const until = trialUntil(after);
    if (change.kind === 'days' && until !== null) await tellOfTrialEnd(tx, ids, settings, until);
    if (isTrialOn(before, today) && !isTrialOn(after, today)) {
      await tellOfTrial(tx, ids, { what: 'stopped', until: today }, at, person.id);
    }
    await note({ action: ACTIONS[change.kind], subject: 'trial', before, after });
    return done(undefined);
  });
}

const ACTIONS: Record<TrialChange['kind'], AuditAction> = {
  begin: 'trial.begun',
  end: 'trial.ended',
  days: 'trial.changed',
};

/** Null for a length that is not offered. A trial that is over stays so, whatever length it is given. */
function changed(trial: Trial, change: TrialChange, today: LocalDate): Trial | null {
  switch (change.kind) {
    case 'begin':
      return { days: trial.days === 0 ? DEFAULT_DAYS : trial.days, from: today };
    case 'end':
      return { ...trial, from: null };
    case 'days': {
      if (!TRIAL_DAYS.some((days) => days === change.days)) return null;
      const from = isTrialOn(trial, today) ? trial.from : null;
      const isOver = from === null || addDays(from, change.days) < today || change.days === 0;
      return { days: change.days, from: isOver ? null : from };
    }
  }
}

const DEFAULT_DAYS = 7;
