import type { ClusterId, ObligationId } from '../../core/id.ts';
import type { Obligation, Owner } from '../../core/obligation/obligation.ts';
import { obligationId } from '../../core/obligation/obligation-id.ts';
import { type PlanBook, partiesOf, taskById } from '../../core/plan/plan-book.ts';
import type { Instant } from '../../core/time/instant.ts';

/** Work that ended with its owner, as it stood. */
export interface EndedWork extends Pick<Obligation, 'id' | 'state' | 'nextStageOn'> {
  /** The only one that took its place, where there is one. */
  readonly heir?: ObligationId | null;
}

export const asItStood = ({ id, state, nextStageOn }: Obligation): EndedWork => ({ id, state, nextStageOn });

export const owedNoMore = (one: Obligation, at: Instant): Obligation => ({
  ...one,
  state: 'withdrawn',
  nextStageOn: null,
  changedAt: at,
});

/** The same work where it stands, as another owes it. */
export const owedBy = (
  one: Obligation,
  owner: Owner,
  clusterId: ClusterId | null,
  at: Instant,
): Obligation => ({
  ...one,
  id: obligationId({ ...one, owner }),
  owner,
  clusterId,
  changedAt: at,
  revision: 0,
});

/** Whether the plan names whoever owes this, and not all of their kind. */
export const isOwnerNamed = (book: PlanBook, { taskId, owner }: Obligation): boolean =>
  partiesOf(taskById(book, taskId), 'lead').some(
    ({ party }) =>
      (party.kind === 'unit' && party.unitId === owner.id) ||
      (party.kind === 'cluster' && party.clusterId === owner.id),
  );
