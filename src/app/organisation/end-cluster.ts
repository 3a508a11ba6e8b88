import type { ClusterId, UnitId } from '../../core/id.ts';
import type { Cluster, Membership } from '../../core/organisation/cluster.ts';
import { clusterOf, type Directory, servingPeople } from '../../core/organisation/directory.ts';
import { endedAfter } from '../../core/organisation/offices.ts';
import type { Appointment } from '../../core/organisation/person.ts';
import { isUnitActive } from '../../core/organisation/unit.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { planNotice, toPerson } from '../notices/plan-notice.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { changeSlot } from '../people/pass-on.ts';
import { rollForward } from '../plan/roll-forward.ts';
import type { Transaction } from '../ports/transaction.ts';
import { type UseCase, whoMay } from '../use-case.ts';
import {
  type AfterClusterEnd,
  type BeforeClusterEnd,
  CLUSTER_ENDED,
  clusterEndingOf,
} from './cluster-ending.ts';
import { countInPresentClusters, followClusterEnd } from './follow-cluster-end.ts';

/** A cluster is no more after a day: its units go on in another, or in none. */
export interface ClusterEnding {
  readonly clusterId: ClusterId;
  readonly lastOn: LocalDate;
  readonly heirId: ClusterId | null;
}

export interface ClusterEnded {
  readonly cluster: Cluster;
  readonly heir: Cluster | null;
  /** Units that go on in the cluster in its place, or in none. */
  readonly units: number;
  readonly groups: number;
  /** Work that is left for the secretariat to see to. */
  readonly orphaned: number;
  /** When it was said, where that was before. */
  readonly saidAt: Instant | null;
}

/**
 * The cluster's places, offices and followers end with it; its units stand as members where they go on, and its groups
 * and work follow. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, CLUSTER_UNKNOWN, CLUSTER_ENDED (it, or the
 * one in its place, is no more by then).
 */
export async function endCluster(
  dependencies: Dependencies,
  request: Request,
  { clusterId, lastOn, heirId }: ClusterEnding,
): Promise<Outcome<ClusterEnded>> {
  return whoMay('unit.change', dependencies, request, async (useCase) => {
    const { tx, at, directory, note } = useCase;
    const cluster = directory.clusters.find(({ id }) => id === clusterId);
    if (cluster === undefined) return refuse('CLUSTER_UNKNOWN');
    const heir = directory.clusters.find(({ id }) => id === heirId && id !== clusterId) ?? null;
    if (cluster.validTo === lastOn) {
      const said = await clusterEndingOf(tx, clusterId);
      const { units = [], bound = 0, orphaned = 0 } = said ?? {};
      const known = directory.clusters.find(({ id }) => id === said?.heirId) ?? null;
      const saidAt = said?.at ?? null;
      return done({ cluster, heir: known, units: units.length, groups: bound, orphaned, saidAt });
    }
    if (cluster.validTo !== null || (heir?.validTo ?? null) !== null) return refuse('CLUSTER_ENDED');

    const ended: Cluster = { ...cluster, validTo: lastOn };
    await tx.organisation.saveCluster(ended);
    const places = directory.memberships.filter((row) => row.clusterId === clusterId);
    const units = await passMembers(tx, directory, ended, lastOn, heir);
    const people = await endFollowing(tx, directory, clusterId, lastOn);
    const followed = await followClusterEnd(tx, ended, heir?.id ?? null, at);
    await countInPresentClusters(tx, await tx.organisation.directory(), units);
    await rollForward(tx, at);
    await tellClusterChange(useCase, directory, clusterId, changeSlot.ends(clusterId, at));
    const bound = directory.chats.filter((chat) => chat.clusterId === clusterId).length;
    const { inherited, groups, orphaned, withdrawn: work } = followed;
    const before: BeforeClusterEnd = { places, people, work };
    const after: AfterClusterEnd = {
      to: lastOn,
      heirId: heir?.id ?? null,
      units,
      inherited,
      groups,
      bound,
      orphaned,
    };
    await note({ action: CLUSTER_ENDED, subject: clusterId, before, after });
    return done({ cluster: ended, heir, units: units.length, groups: bound, orphaned, saidAt: null });
  });
}

/** Its rows end with it; its units are members of the one in its place from the day after. Gives those units. */
async function passMembers(
  tx: Transaction,
  directory: Directory,
  { id }: Cluster,
  lastOn: LocalDate,
  heir: Cluster | null,
): Promise<UnitId[]> {
  const next = addDays(lastOn, 1);
  const rows = directory.memberships.filter(({ clusterId }) => clusterId === id);
  await tx.organisation.replaceMemberships(id, endedAfter(rows, lastOn));
  const units = directory.units
    .filter((unit) => isUnitActive(unit, next) && clusterOf(directory, unit.id, next)?.id === id)
    .map((unit) => unit.id);
  if (heir !== null) {
    const own = directory.memberships.filter(({ clusterId }) => clusterId === heir.id);
    const joining = units.map(
      (unitId): Membership => ({ clusterId: heir.id, unitId, office: 'member', from: next, to: null }),
    );
    await tx.organisation.replaceMemberships(heir.id, [...own, ...joining]);
  }
  return units;
}

/** Council members follow it until its last day. Gives what they held. */
async function endFollowing(
  tx: Transaction,
  { appointments }: Directory,
  clusterId: ClusterId,
  lastOn: LocalDate,
): Promise<Appointment[]> {
  const held = appointments.filter(
    (one) => one.clusterId === clusterId && (one.to === null || one.to > lastOn),
  );
  for (const { personId, role, unitId } of held) {
    await tx.organisation.endAppointments(personId, lastOn, { role, unitId, clusterId });
  }
  return held;
}

/** Tells the people of its units and those who follow it. */
export async function tellClusterChange(
  useCase: UseCase,
  directory: Directory,
  clusterId: ClusterId,
  slot: string,
): Promise<void> {
  const { today } = useCase;
  const serving = directory.memberships
    .filter((row) => row.clusterId === clusterId && (row.to === null || row.to >= today))
    .flatMap(({ unitId }) => servingPeople(directory, unitId, today))
    .map(({ id }) => id);
  const following = directory.appointments
    .filter((held) => held.clusterId === clusterId && (held.to === null || held.to >= today))
    .map(({ personId }) => personId);
  const subject = { kind: 'cluster', id: clusterId } as const;
  for (const id of new Set([...serving, ...following])) {
    await planNotice(useCase, 'cluster_changed', toPerson(id), { slot, subject });
  }
}
