import type { ObligationId } from '../../core/id.ts';
import type { ProgressClaim } from '../../core/work/work-state.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import type { Outcome } from '../outcome.ts';
import { whoReports } from '../use-case.ts';
import { type ProgressReported, writeReport } from './write-report.ts';

/**
 * Records what a focal point says of an obligation. Refused: OBLIGATION_UNKNOWN, OBLIGATION_CLOSED,
 * ACCESS_NOT_OWN_UNIT, STEP_NOT_OF_TASK, EVIDENCE_WANTED.
 */
export const reportProgress = (
  dependencies: Dependencies,
  request: Request,
  obligationId: ObligationId,
  claim: ProgressClaim,
): Promise<Outcome<ProgressReported>> =>
  whoReports(obligationId, dependencies, request, (useCase) =>
    writeReport(useCase, useCase.obligation, claim),
  );
