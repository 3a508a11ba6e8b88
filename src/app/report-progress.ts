import { actorOf, mayActFor } from '../core/access/actor.ts';
import type { ObligationId } from '../core/id.ts';
import type { Obligation } from '../core/obligation/obligation.ts';
import { isOpen, type ProgressClaim, stateAfter } from '../core/obligation/work-state.ts';
import { calendarsOf } from '../core/organisation/calendars.ts';
import { chatAt, type Directory, personAt } from '../core/organisation/directory.ts';
import { nextStageAfter, stagesOf } from '../core/reminder/stages.ts';
import type { Instant } from '../core/time/instant.ts';
import { addDays } from '../core/time/local-date.ts';
import type { Dependencies, Request } from './dependencies.ts';
import { done, type Outcome, refuse } from './outcome.ts';
import { ownerName } from '../core/organisation/owner-name.ts';
import { dayAt } from './today.ts';

export interface ProgressReported {
  readonly obligation: Obligation;
  readonly at: Instant;
  /** False where the same was recorded before: a second press, or the same update again. */
  readonly changed: boolean;
}

/**
 * Records what a focal point says of an obligation: the new state, a report and an audit entry in one transaction.
 * Refused: OBLIGATION_UNKNOWN, OBLIGATION_CLOSED, ACCESS_NOT_OWN_UNIT.
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
    const today = dayAt(at, directory);
    const before = await tx.obligations.byId(obligationId);
    if (before === null) return refuse('OBLIGATION_UNKNOWN');
    const person = personAt(directory, request.channel, request.user);
    if (
      person === null ||
      !mayActFor(actorOf(directory, person.id, today), 'obligation.report', before.owner)
    ) {
      return refuse('ACCESS_NOT_OWN_UNIT', { owner: ownerName(directory, before.owner) });
    }
    const earlier = await tx.reports.byEffectKey(request.effectKey);
    if (earlier !== null) return done({ obligation: before, at: earlier.at, changed: false });
    const state = stateAfter(before.state, claim);
    if (state === null) return refuse('OBLIGATION_CLOSED');
    const after = claimed(before, claim, state, at, directory);
    if (saysTheSame(before, after)) return done({ obligation: before, at: before.changedAt, changed: false });
    await tx.obligations.save(after);
    await tx.reports.add({
      id: ids.next<'report'>(),
      obligationId,
      personId: person.id,
      at,
      from: before.state,
      to: state,
      percent: after.percent,
      reason: after.reason,
      effectKey: request.effectKey,
    });
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      personId: person.id,
      chatId: chatAt(directory, request.channel, request.chat)?.id ?? null,
      action: 'obligation.reported',
      subject: obligationId,
      before: spoken(before),
      after: spoken(after),
    });
    return done({ obligation: { ...after, revision: after.revision + 1 }, at, changed: true });
  });
}

function claimed(
  before: Obligation,
  claim: ProgressClaim,
  state: Obligation['state'],
  at: Instant,
  directory: Directory,
): Obligation {
  const today = dayAt(at, directory);
  const stages = stagesOf(before, directory.settings.stages, calendarsOf(directory.settings).work);
  return {
    ...before,
    state,
    percent: claim.kind === 'percent' ? claim.percent : claim.kind === 'done' ? 100 : before.percent,
    reason: claim.kind === 'blocked' ? claim.reason : null,
    doneOn: claim.kind === 'done' ? today : null,
    changedAt: at,
    nextStageOn: !isOpen(state)
      ? null
      : isOpen(before.state)
        ? before.nextStageOn
        : nextStageAfter(stages, addDays(today, -1)),
  };
}

const spoken = ({ state, percent, reason }: Obligation) => ({ state, percent, reason });

const saysTheSame = (before: Obligation, after: Obligation): boolean =>
  before.state === after.state && before.percent === after.percent && before.reason === after.reason;
