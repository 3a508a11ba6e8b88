import type { LaunchId, PersonId, UnitId } from '../../core/id.ts';
import type { Launch, LaunchReceipt } from '../../core/launch/launch.ts';
import type { Instant } from '../../core/time/instant.ts';

export interface LaunchRepository {
  byId(id: LaunchId): Promise<Launch | null>;
  byEffectKey(effectKey: string): Promise<Launch | null>;
  /** With one open receipt a unit. */
  add(launch: Launch, unitIds: readonly UnitId[], effectKey: string): Promise<void>;
  receipts(id: LaunchId): Promise<LaunchReceipt[]>;
  /** True if this call acknowledged; false if the unit had already, or is not addressed. */
  acknowledge(id: LaunchId, unitId: UnitId, by: PersonId, at: Instant): Promise<boolean>;
}
