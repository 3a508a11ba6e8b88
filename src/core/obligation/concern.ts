import type { ClusterId } from '../id.ts';
import { clusterOf, type Directory } from '../organisation/directory.ts';
import { partiesOf, type Task } from '../plan/plan-book.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Owner } from './obligation.ts';

/**
 * Whether a cluster's group hears of an obligation: the cluster or a member owes it, or coordinates the task, or
 * the owner stands outside all clusters. What another cluster owes is not its business, even where every cluster
 * head leads the same task.
 */
export function concernsCluster(
  obligation: { readonly owner: Owner; readonly clusterId: ClusterId | null },
  task: Task,
  clusterId: ClusterId,
  directory: Directory,
  on: LocalDate,
): boolean {
  if (obligation.clusterId === clusterId) return true;
  if (obligation.owner.kind === 'cluster') return false;
  if (obligation.clusterId === null && obligation.owner.kind === 'unit') return true;
  return partiesOf(task, 'coordinator').some(
    ({ party }) => party.kind === 'unit' && clusterOf(directory, party.unitId, on)?.id === clusterId,
  );
}
