import { actorOf, mayActFor } from '../../core/access/actor.ts';
import type { ObligationId } from '../../core/id.ts';
import type { ProgressClaim } from '../../core/obligation/work-state.ts';
import { chatAt, personAt } from '../../core/organisation/directory.ts';
import { ownerName } from '../../core/organisation/owner-name.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { dayAt } from '../today.ts';
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
    const person = personAt(directory, request.channel, request.user);
    if (
      person === null ||
      !mayActFor(actorOf(directory, person.id, dayAt(at, directory)), 'obligation.report', before.owner)
    ) {
      return refuse('ACCESS_NOT_OWN_UNIT', { owner: ownerName(directory, before.owner) });
    }
    return writeReport(tx, ids, before, claim, {
      personId: person.id,
      chatId: chatAt(directory, request.channel, request.chat)?.id ?? null,
      effectKey: request.effectKey,
      at,
      recorded: null,
    });
  });
}
