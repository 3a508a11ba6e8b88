import { type SetUpAction, TRIAL_CHOICES } from './set-up-action.ts';
import { count, type Field, id, oneOf } from './wire-field.ts';

type Wire = {
  readonly [Kind in SetUpAction['kind']]: readonly [
    letters: string,
    fields: {
      readonly [Name in Exclude<keyof Extract<SetUpAction, { kind: Kind }>, 'kind'>]: Field<
        Extract<SetUpAction, { kind: Kind }>[Name]
      >;
    },
  ];
};

/** Two letters each, never used again for something else. */
export const SET_UP_WIRE: Wire = {
  trial: ['ut', { choice: oneOf(...TRIAL_CHOICES) }],
  trial_days: ['ud', { days: count }],
  release: ['ur', { rehearsal: id() }],
};
