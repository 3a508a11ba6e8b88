import type { KinAction } from './kin-action.ts';
import { count, id, oneOf, type WireOf } from './wire-field.ts';

/** Two letters each, never used again for something else. */
export const KIN_WIRE: WireOf<KinAction> = {
  alike: ['ya', { skip: count }],
  twins: ['yw', { skip: count }],
  pair_twins: ['yj', { count }],
  pair: ['yp', { task: id(), another: id(), answer: oneOf('same', 'apart'), skip: count }],
  kin: ['yk', { task: id() }],
  part: ['yt', { task: id(), from: id() }],
};
