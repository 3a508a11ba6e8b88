import type { PlanAction } from './plan-action.ts';
import { count, type Field, id, word } from './wire-field.ts';

type Wire = {
  readonly [Kind in PlanAction['kind']]: readonly [
    letters: string,
    fields: {
      readonly [Name in Exclude<keyof Extract<PlanAction, { kind: Kind }>, 'kind'>]: Field<
        Extract<PlanAction, { kind: Kind }>[Name]
      >;
    },
  ];
};

/** Two letters each, never used again for something else. */
export const PLAN_WIRE: Wire = {
  plan_draft: ['pi', { draft: id(), step: word, at: count }],
  plan_decide: ['pd', { draft: id(), choice: word }],
};
