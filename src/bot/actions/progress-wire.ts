import { STEP_NAMES } from '../../core/obligation/step.ts';
import type { ProgressAction } from './progress-action.ts';
import { type Field, id, oneOf } from './wire-field.ts';

type Wire = {
  readonly [Kind in ProgressAction['kind']]: readonly [
    letters: string,
    fields: {
      readonly [Name in Exclude<keyof Extract<ProgressAction, { kind: Kind }>, 'kind'>]: Field<
        Extract<ProgressAction, { kind: Kind }>[Name]
      >;
    },
  ];
};

/** Two letters each, never used again for something else. */
export const PROGRESS_WIRE: Wire = {
  step: ['ks', { obligation: id(), step: oneOf(...STEP_NAMES) }],
  extend: ['ke', { obligation: id() }],
  evidence: ['kv', { obligation: id() }],
  contest: ['kc', { report: id() }],
};
