import type { PersonId, UnitId } from '../id.ts';
import type { LocalDate } from '../time/local-date.ts';

/** Which entries of the audit are looked at. */
export type AuditBy =
  | { readonly kind: 'all' }
  | { readonly kind: 'person'; readonly id: PersonId }
  /** What the unit's people did, and what was done to the unit itself. */
  | { readonly kind: 'unit'; readonly id: UnitId }
  /** A sort of action: what stands before the dot in `group.bound`. */
  | { readonly kind: 'sort'; readonly sort: string }
  /** Days of the office, both inclusive. */
  | { readonly kind: 'days'; readonly from: LocalDate; readonly to: LocalDate };
