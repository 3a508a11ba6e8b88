import type { HandOver, HandOverId, HandOverMark, HandOverSide } from '../../core/organisation/hand-over.ts';

export interface HandOverRepository {
  byId(id: HandOverId): Promise<HandOver | null>;
  byEffectKey(effectKey: string): Promise<HandOver | null>;
  add(handOver: HandOver, effectKey: string): Promise<void>;
  /** One side says that it is done; false where it had before. */
  mark(id: HandOverId, side: HandOverSide, mark: HandOverMark): Promise<boolean>;
  /** Those of which a side has not said so, in the order in which they were made. */
  open(): Promise<HandOver[]>;
}
