import type { ObligationId, PersonId } from '../../core/id.ts';
import type { Extension, ExtensionId, ExtensionState } from '../../core/obligation/extension.ts';
import type { Instant } from '../../core/time/instant.ts';

export interface ExtensionRepository {
  byId(id: ExtensionId): Promise<Extension | null>;
  byEffectKey(effectKey: string): Promise<Extension | null>;
  add(extension: Extension, effectKey: string): Promise<void>;
  /** Ends a pending one; false when it was decided before. `by` null: the program, because the work moved on. */
  decide(
    id: ExtensionId,
    state: Exclude<ExtensionState, 'pending'>,
    by: PersonId | null,
    at: Instant,
  ): Promise<boolean>;
  /** What was asked for one obligation and is undecided is asked for another, which took its place. */
  move(from: ObligationId, to: ObligationId): Promise<void>;
  /** Undecided, oldest first. */
  pending(): Promise<Extension[]>;
  /** Of one obligation, newest first. */
  of(obligationId: ObligationId): Promise<Extension[]>;
}
