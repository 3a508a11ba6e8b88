import type { ObligationId } from '../../core/id.ts';
import { type Extension, mayBeAsked } from '../../core/obligation/extension.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { isOpen } from '../../core/work/work-state.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { alertSecretariat } from '../notices/alert-secretariat.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoReports } from '../use-case.ts';

/**
 * Asks the secretariat for a later day; the present deadline stands. A request that still waits gives way to the new
 * one. Refused: OBLIGATION_UNKNOWN, OBLIGATION_CLOSED, ACCESS_NOT_OWN_UNIT, EXTENSION_DAY.
 */
export async function askExtension(
  dependencies: Dependencies,
  request: Request,
  obligationId: ObligationId,
  { reason, wantedOn }: { readonly reason: string; readonly wantedOn: LocalDate },
): Promise<Outcome<Extension>> {
  return whoReports(obligationId, dependencies, request, async (useCase) => {
    const { tx, ids, at, today, person, obligation, note } = useCase;
    const earlier = await tx.extensions.byEffectKey(request.effectKey);
    if (earlier !== null) return done(earlier);
    if (!isOpen(obligation.state)) return refuse('OBLIGATION_CLOSED');
    const { dueOn } = obligation;
    if (dueOn === null || !mayBeAsked(wantedOn, dueOn, today)) return refuse('EXTENSION_DAY');
    for (const waiting of await tx.extensions.of(obligationId)) {
      if (waiting.state === 'pending') await tx.extensions.decide(waiting.id, 'withdrawn', person.id, at);
    }
    const extension: Extension = {
      id: ids.next<'extension'>(),
      obligationId,
      askedBy: person.id,
      askedAt: at,
      reason,
      dueOn,
      wantedOn,
      state: 'pending',
      decidedBy: null,
      decidedAt: null,
    };
    await tx.extensions.add(extension, request.effectKey);
    await note({
      action: 'extension.asked',
      subject: obligationId,
      before: { dueOn },
      after: { wantedOn, reason },
    });
    await alertSecretariat(useCase);
    return done(extension);
  });
}
