import { openSetUp, sendSetUpFile } from '../answers/office/set-up.ts';
import type { SET_UP_BUTTONS } from '../buttons/set-up.ts';
import type { HandlersOf } from './handlers.ts';

export const SET_UP_HANDLERS: HandlersOf<typeof SET_UP_BUTTONS> = {
  set_up: (dependencies, turn, { page }) => openSetUp(dependencies, turn, page),
  set_up_file: (dependencies, turn, { file }) => sendSetUpFile(dependencies, turn, file),
};
