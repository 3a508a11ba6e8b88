import { type Actor, owns } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { ClusterId } from '../../core/id.ts';
import { concernsCluster } from '../../core/obligation/concern.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { appointmentsOf, clusterOf, type Directory } from '../../core/organisation/directory.ts';
import { type PlanBook, taskById } from '../../core/plan/plan-book.ts';
import type { LocalDate } from '../../core/time/local-date.ts';

/** For whom an answer is: in a group the chat decides, in private the person. */
export type Audience =
  | { readonly kind: 'everything' }
  | { readonly kind: 'cluster'; readonly clusterId: ClusterId }
  | { readonly kind: 'own'; readonly actor: Actor; readonly clusterIds: readonly ClusterId[] };

/** The secretariat sees everything; others what is their own or concerns a cluster of theirs, or one they follow. */
export function audienceOf(actor: Actor, directory: Directory, on: LocalDate): Audience {
  if (scopeOf('states.see', actor.roles) === 'all') return { kind: 'everything' };
  const joined = actor.unitIds.flatMap((id) => clusterOf(directory, id, on)?.id ?? []);
  const followed = appointmentsOf(directory, actor.personId, on).flatMap(({ role, clusterId }) =>
    role === 'council_member' && clusterId !== null ? [clusterId] : [],
  );
  return { kind: 'own', actor, clusterIds: [...new Set([...joined, ...followed])] };
}

/** The clusters of which an audience hears; none for one that hears of all. */
export function clustersOf(audience: Audience): readonly ClusterId[] {
  switch (audience.kind) {
    case 'everything':
      return [];
    case 'cluster':
      return [audience.clusterId];
    case 'own':
      return audience.clusterIds;
  }
}

/** Whether an obligation is one that an audience hears of; `on`: as clusters stand that day. */
export function concerns(
  audience: Audience,
  obligation: Obligation,
  book: PlanBook,
  directory: Directory,
  on: LocalDate,
): boolean {
  const task = taskById(book, obligation.taskId);
  switch (audience.kind) {
    case 'everything':
      return true;
    case 'cluster':
      return concernsCluster(obligation, task, audience.clusterId, directory, on);
    case 'own':
      return (
        owns(audience.actor, obligation.owner) ||
        audience.clusterIds.some((id) => concernsCluster(obligation, task, id, directory, on))
      );
  }
}
