import { type ButtonTable, count, id, word } from './wire-field.ts';

/** What buttons do about the import of a plan. */
export const PLAN_BUTTONS = {
  /** Shows or does a step of a draft; `at` counts places, or is the revision that was shown. */
  plan_draft: ['pi', { draft: id<'plan_draft'>(), step: word, at: count }],
  /** Takes one of the decisions that a draft offers, by its code. */
  plan_decide: ['pd', { draft: id<'plan_draft'>(), choice: word }],
} as const satisfies ButtonTable;
