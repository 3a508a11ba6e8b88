import { type ButtonTable, id } from './wire-field.ts';

export const GROUP_BUTTONS = {
  /** Binds the group in which it is pressed. */
  bind: ['bg', { cluster: id<'cluster'>() }],
  unbind: ['ug', { chat: id<'chat'>() }],
} as const satisfies ButtonTable;
