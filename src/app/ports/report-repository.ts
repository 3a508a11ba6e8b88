import type { Id, ObligationId, PersonId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Evidence } from '../../core/work/evidence.ts';
import type { Step } from '../../core/work/step.ts';
import type { WorkState } from '../../core/work/work-state.ts';

export type ReportId = Id<'report'>;

export interface Report {
  readonly id: ReportId;
  readonly obligationId: ObligationId;
  readonly personId: PersonId;
  readonly at: Instant;
  readonly from: WorkState;
  readonly to: WorkState;
  readonly percent: number;
  readonly step: Step | null;
  readonly reason: string | null;
  readonly evidence: Evidence | null;
  /** Null where the owner's own people reported. */
  readonly recorded: RecordedFrom | null;
  /** A colleague said that it is not right; null for most. */
  readonly contest: Contest | null;
  /** The update that caused it: a second run of the same update finds the report instead of making another. */
  readonly effectKey: string;
}

/** How the report reached the secretariat that recorded it for the owner, and who said so. */
export interface RecordedFrom {
  readonly source: RecordSource;
  readonly saidBy: string;
}

export const RECORD_SOURCES = ['phone', 'zalo', 'paper'] as const;
export type RecordSource = (typeof RECORD_SOURCES)[number];

export interface Contest {
  readonly by: PersonId;
  readonly at: Instant;
  /** When the secretariat had seen to it; null while it waits. */
  readonly settledAt: Instant | null;
}

export interface ReportRepository {
  byId(id: ReportId): Promise<Report | null>;
  /** One update may report on several obligations: the first, or that on `obligationId`. */
  byEffectKey(effectKey: string, obligationId?: ObligationId): Promise<Report | null>;
  add(report: Report): Promise<void>;
  /** Newest first. */
  of(obligationId: ObligationId): Promise<Report[]>;
  /** Of all of them together, newest first. */
  ofAll(obligationIds: readonly ObligationId[]): Promise<Report[]>;
  /** True if this call contested it; false if somebody had before. */
  contest(id: ReportId, by: PersonId, at: Instant): Promise<boolean>;
  /** True if this call settled it. */
  settle(id: ReportId, at: Instant): Promise<boolean>;
  /** Those contested and not settled, oldest first. */
  contested(): Promise<Report[]>;
}
