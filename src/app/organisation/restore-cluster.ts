import type { ClusterId } from '../../core/id.ts';
import type { Cluster } from '../../core/organisation/cluster.ts';
import { mayComeBack } from '../../core/organisation/unit.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { changeSlot } from '../people/pass-on.ts';
import { rollForward } from '../plan/roll-forward.ts';
import { dayAt } from '../today.ts';
import { whoMay } from '../use-case.ts';
import { clusterEndingOf } from './cluster-ending.ts';
import { tellClusterChange } from './end-cluster.ts';
import { countInPresentClusters } from './follow-cluster-end.ts';
import { takeWorkBack } from './take-work-back.ts';

/**
 * The end of a cluster is taken back: it has its units, offices, followers, groups and work as before. Refused:
 * ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, CLUSTER_UNKNOWN, CLUSTER_END_PAST.
 */
export async function restoreCluster(
  dependencies: Dependencies,
  request: Request,
  clusterId: ClusterId,
): Promise<Outcome<Cluster>> {
  return whoMay('unit.change', dependencies, request, async (useCase) => {
    const { tx, at, today, directory, note } = useCase;
    const cluster = directory.clusters.find(({ id }) => id === clusterId);
    if (cluster === undefined) return refuse('CLUSTER_UNKNOWN');
    if (cluster.validTo === null) return done(cluster);
    const ending = await clusterEndingOf(tx, clusterId);
    if (ending === null || !mayComeBack(cluster.validTo, dayAt(ending.at, directory), today)) {
      return refuse('CLUSTER_END_PAST');
    }
    const { before, heirId, units, inherited, groups } = ending;
    const back: Cluster = { ...cluster, validTo: null };
    await tx.organisation.saveCluster(back);
    if (heirId !== null) {
      const others = directory.memberships.filter((row) => row.clusterId === heirId);
      const staying = others.filter(({ unitId, from }) => !units.includes(unitId) || from <= ending.to);
      await tx.organisation.replaceMemberships(heirId, staying);
    }
    await tx.organisation.replaceMemberships(clusterId, before.places);
    for (const held of before.people) await tx.organisation.restoreAppointment(held);
    for (const chat of directory.chats.filter(({ id }) => groups.includes(id))) {
      await tx.organisation.saveChat({ ...chat, clusterId });
    }
    await takeWorkBack(tx, inherited, before.work, at);
    const now = await tx.organisation.directory();
    await countInPresentClusters(tx, now, units);
    await rollForward(tx, at);
    await tellClusterChange(useCase, now, clusterId, changeSlot.back(clusterId, at));
    await note({
      action: 'cluster.restored',
      subject: clusterId,
      before: { to: cluster.validTo },
      after: { to: null },
    });
    return done(back);
  });
}
