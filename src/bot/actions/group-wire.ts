import type { GroupAction } from './group-action.ts';

/** Two letters each, never used again for something else. */
export const GROUP_WIRE: {
  readonly [Kind in GroupAction['kind']]: readonly [letters: string, fields: object];
} = {
  board_pin: ['hp', {}],
};
