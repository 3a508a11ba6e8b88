import { chooseTrial, chooseTrialDays, letAllGo, letGo } from '../answers/office/trial.ts';
import type { TRIAL_BUTTONS } from '../buttons/trial.ts';
import type { HandlersOf } from './handlers.ts';

export const TRIAL_HANDLERS: HandlersOf<typeof TRIAL_BUTTONS> = {
  trial: (dependencies, turn, { choice }) => chooseTrial(dependencies, turn, choice),
  trial_days: (dependencies, turn, { days }) => chooseTrialDays(dependencies, turn, days),
  release: (dependencies, turn, { rehearsal }) => letGo(dependencies, turn, rehearsal),
  release_all: (dependencies, turn) => letAllGo(dependencies, turn),
};
