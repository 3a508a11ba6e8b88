import type { ReportId } from '../../app/ports/report-repository.ts';
import type { ObligationId } from '../../core/id.ts';
import type { Step } from '../../core/obligation/step.ts';

/** What a unit's buttons say of its own work, beside percent, done and blocked. */
export type ProgressAction =
  | { readonly kind: 'step'; readonly obligation: ObligationId; readonly step: Step }
  /** Begins asking for a later day. */
  | { readonly kind: 'extend'; readonly obligation: ObligationId }
  /** Begins giving the evidence of what is done. */
  | { readonly kind: 'evidence'; readonly obligation: ObligationId }
  /** The file that was given with a report. */
  | { readonly kind: 'evidence_file'; readonly report: ReportId }
  | { readonly kind: 'contest'; readonly report: ReportId };
