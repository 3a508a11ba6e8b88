import type { Id, ObligationId, PersonId } from '../../core/id.ts';
import type { WorkState } from '../../core/obligation/work-state.ts';
import type { Instant } from '../../core/time/instant.ts';

export interface Report {
  readonly id: Id<'report'>;
  readonly obligationId: ObligationId;
  readonly personId: PersonId;
  readonly at: Instant;
  readonly from: WorkState;
  readonly to: WorkState;
  readonly percent: number;
  readonly reason: string | null;
  /** The update that caused it: a second run of the same update finds the report instead of making another. */
  readonly effectKey: string;
}

export interface ReportRepository {
  byEffectKey(effectKey: string): Promise<Report | null>;
  add(report: Report): Promise<void>;
  /** Newest first. */
  of(obligationId: ObligationId): Promise<Report[]>;
}
