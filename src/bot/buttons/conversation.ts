import { type ButtonTable, word } from './wire-field.ts';

/** What buttons do in the conversation itself. */
export const CONVERSATION_BUTTONS = {
  /** A choice within the presser's open dialogue: `send`, `back`, `cancel`, or one that the step offers. */
  dialogue: ['x', { choice: word }],
  help: ['h', {}],
  /** None of the choices offered was meant: how to ask more clearly. */
  other: ['qn', {}],
} as const satisfies ButtonTable;
