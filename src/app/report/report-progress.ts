import type { ObligationId } from '../../core/id.ts';
import type { ProgressClaim } from '../../core/obligation/work-state.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { requesterFor } from '../requester.ts';
import { type ProgressReported, writeReport } from './write-report.ts';

/**
 * Records what a focal point says of an obligation. Refused: OBLIGATION_UNKNOWN, OBLIGATION_CLOSED,
 * ACCESS_NOT_OWN_UNIT, STEP_NOT_OF_TASK, EVIDENCE_WANTED.
 */
export async function reportProgress(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  obligationId: ObligationId,
  claim: ProgressClaim,
): Promise<Outcome<ProgressReported>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const before = await tx.obligations.byId(obligationId);
    if (before === null) return refuse('OBLIGATION_UNKNOWN');
    const requester = requesterFor(before.owner, 'obligation.report', directory, request, at);
    if (requester.kind === 'refused') return requester;
    const { effectKey } = request;
    return writeReport(tx, ids, before, claim, { by: requester.by, effectKey, at, recorded: null });
  });
}
