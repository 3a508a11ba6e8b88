import type { ChatId, ClusterId, ObligationId, UnitId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { Cluster } from '../../core/organisation/cluster.ts';
import { clusterOf, type Directory } from '../../core/organisation/directory.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { clusterEndingOf } from './cluster-ending.ts';
import { asItStood, type EndedWork, isOwnerNamed, owedBy, owedNoMore } from './ended-work.ts';

export interface ClusterFollowed {
  /** What the cluster owes no more, as it stood. */
  readonly withdrawn: readonly EndedWork[];
  /** What began with the cluster in its place. */
  readonly inherited: readonly ObligationId[];
  /** What is left for the secretariat to see to. */
  readonly orphaned: number;
  /** Groups that speak for it no more. */
  readonly groups: readonly ChatId[];
}

/** What of clusters that have ended is still theirs, on the morning after. */
export async function followClusterEnds(tx: Transaction, at: Instant): Promise<void> {
  const directory = await tx.organisation.directory();
  const today = dayAt(at, directory);
  for (const cluster of directory.clusters) {
    if (cluster.validTo === null || cluster.validTo >= today) continue;
    const isLeft = directory.chats.some(({ clusterId }) => clusterId === cluster.id);
    if (!isLeft && (await tx.obligations.openOf([cluster.id])).length === 0) continue;
    const heirId = (await clusterEndingOf(tx, cluster.id))?.heirId ?? null;
    await followClusterEnd(tx, cluster, heirId, at);
  }
}

/**
 * What falls due after the last day passes at once to the cluster in its place, which owes it once, else ends; what was
 * due before passes once the day is over. What names the cluster and has nobody to pass to stays for the secretariat.
 * Its groups speak for the cluster in its place from the day after, else for none.
 */
export async function followClusterEnd(
  tx: Transaction,
  cluster: Cluster,
  heirId: ClusterId | null,
  at: Instant,
): Promise<ClusterFollowed> {
  const directory = await tx.organisation.directory();
  const book = await tx.plans.book();
  const today = dayAt(at, directory);
  const last = cluster.validTo ?? today;
  const isOver = last < today;
  const withdrawn: EndedWork[] = [];
  const inherited: Obligation[] = [];
  let orphaned = 0;
  for (const one of await tx.obligations.openOf([cluster.id])) {
    const isLater = one.dueOn !== null && one.dueOn > last;
    if (!isLater && !isOver) continue;
    if (heirId === null && (!isLater || isOwnerNamed(book, one))) {
      orphaned += 1;
      continue;
    }
    if (heirId !== null) inherited.push(owedBy(one, { kind: 'cluster', id: heirId }, heirId, at));
    withdrawn.push(asItStood(one));
    await tx.obligations.save(owedNoMore(one, at));
  }
  const known = new Set((await tx.obligations.byIds(inherited.map(({ id }) => id))).map(({ id }) => id));
  const begun = inherited.filter(({ id }) => !known.has(id));
  await tx.obligations.addMissing(begun);
  const groups = isOver ? directory.chats.filter(({ clusterId }) => clusterId === cluster.id) : [];
  for (const chat of groups) await tx.organisation.saveChat({ ...chat, clusterId: heirId });
  return {
    withdrawn,
    inherited: begun.map(({ id }) => id),
    orphaned,
    groups: groups.map(({ id }) => id),
  };
}

/** Open work of units counts in the cluster in which they stand on its day. */
export async function countInPresentClusters(
  tx: Pick<Transaction, 'obligations'>,
  directory: Directory,
  unitIds: readonly UnitId[],
): Promise<void> {
  for (const one of await tx.obligations.openOf(unitIds)) {
    if (one.owner.kind !== 'unit' || one.dueOn === null) continue;
    const clusterId = clusterOf(directory, one.owner.id, one.dueOn)?.id ?? null;
    if (clusterId !== one.clusterId) await tx.obligations.save({ ...one, clusterId });
  }
}
