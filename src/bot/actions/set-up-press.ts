import { decideOrganisation } from '../answers/organisation-file.ts';
import { openSetUp, sendSetUpFile } from '../answers/set-up.ts';
import { chooseTrial, chooseTrialDays, letAllGo, letGo } from '../answers/trial.ts';
import type { HandlersOf } from './handlers.ts';
import type { SetUpAction } from './set-up-action.ts';

export const SET_UP_HANDLERS: HandlersOf<SetUpAction> = {
  trial: (dependencies, turn, { choice }) => chooseTrial(dependencies, turn, choice),
  trial_days: (dependencies, turn, { days }) => chooseTrialDays(dependencies, turn, days),
  set_up: (dependencies, turn, { page }) => openSetUp(dependencies, turn, page),
  set_up_file: (dependencies, turn, { file }) => sendSetUpFile(dependencies, turn, file),
  organisation: (dependencies, turn, { file, choice }) =>
    decideOrganisation(dependencies, turn, file, choice),
  release_all: (dependencies, turn) => letAllGo(dependencies, turn),
  release: (dependencies, turn, { rehearsal }) => letGo(dependencies, turn, rehearsal),
};
