import { chooseOwn, chooseSetting, openSetting } from '../answers/office/settings.ts';
import type { SETTINGS_BUTTONS } from '../buttons/settings.ts';
import { askSecretariatName } from '../dialogues/office/secretariat-name.ts';
import type { HandlersOf } from './handlers.ts';

export const SETTINGS_HANDLERS: HandlersOf<typeof SETTINGS_BUTTONS> = {
  setting: (_, turn, { name }) => openSetting(turn, name),
  set: (dependencies, turn, { name, value }) => chooseSetting(dependencies, turn, name, value),
  secretariat_name: (dependencies, turn) => askSecretariatName(dependencies, turn),
  own_setting: (dependencies, turn, { choice }) => chooseOwn(dependencies, turn, choice),
};
