import type { GroupAction } from './group-action.ts';
import type { WireOf } from './wire-field.ts';

/** Two letters each, never used again for something else. */
export const GROUP_WIRE: WireOf<GroupAction> = {
  board_pin: ['hp', {}],
};
