import type { Id } from '../../core/id.ts';

/** New ids, UUIDv7. */
export interface IdSource {
  next<Kind extends string>(): Id<Kind>;
}
