import type { ClusterId, LaunchId, PersonId, UnitId } from '../id.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';

/** The broadcast of a movement (phát động) to clusters, acknowledged unit by unit. */
export interface Launch {
  readonly id: LaunchId;
  readonly title: string;
  readonly body: string;
  /** Number and date of the document that it follows; empty where none. */
  readonly document: string;
  readonly clusterIds: readonly ClusterId[];
  readonly acknowledgeBy: LocalDate | null;
  readonly createdBy: PersonId;
  readonly sentAt: Instant;
}

export interface LaunchReceipt {
  readonly launchId: LaunchId;
  readonly unitId: UnitId;
  readonly acknowledgedAt: Instant | null;
  readonly acknowledgedBy: PersonId | null;
}
