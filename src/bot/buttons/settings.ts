import { SETTING_NAMES } from '../../core/organisation/setting-choices.ts';
import { type ButtonTable, oneOf, word } from './wire-field.ts';

const OWN_SETTINGS = ['vi', 'en', 'free-on', 'free-off', 'here', 'reminders-on', 'reminders-off'] as const;
/** What one presses for a chat or for oneself. */
export type OwnSetting = (typeof OWN_SETTINGS)[number];

export const SETTINGS_BUTTONS = {
  /** The values of one setting, or the list of settings. */
  setting: ['st', { name: oneOf('all', ...SETTING_NAMES) }],
  set: ['se', { name: oneOf(...SETTING_NAMES), value: word }],
  /** Asks how the standing agency is called. */
  secretariat_name: ['sn', {}],
  /** What is the chat's or one's own. */
  own_setting: ['os', { choice: oneOf(...OWN_SETTINGS) }],
} as const satisfies ButtonTable;
