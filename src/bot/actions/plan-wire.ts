import type { PlanAction } from './plan-action.ts';
import { count, id, type WireOf, word } from './wire-field.ts';

/** Two letters each, never used again for something else. */
export const PLAN_WIRE: WireOf<PlanAction> = {
  plan_draft: ['pi', { draft: id(), step: word, at: count }],
  plan_decide: ['pd', { draft: id(), choice: word }],
};
