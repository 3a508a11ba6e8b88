import type { KinAction } from './kin-action.ts';
import { count, type Field, id, oneOf } from './wire-field.ts';

type Wire = {
  readonly [Kind in KinAction['kind']]: readonly [
    letters: string,
    fields: {
      readonly [Name in Exclude<keyof Extract<KinAction, { kind: Kind }>, 'kind'>]: Field<
        Extract<KinAction, { kind: Kind }>[Name]
      >;
    },
  ];
};

/** Two letters each, never used again for something else. */
export const KIN_WIRE: Wire = {
  alike: ['ya', { skip: count }],
  pair: ['yp', { task: id(), another: id(), answer: oneOf('same', 'apart'), skip: count }],
  kin: ['yk', { task: id() }],
  part: ['yt', { task: id(), from: id() }],
};
