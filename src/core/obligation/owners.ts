import { ruleKey } from '../deadline/rule.ts';
import type { ClusterId, UnitId } from '../id.ts';
import type { Cluster, Membership } from '../organisation/cluster.ts';
import { clusterById, clusterOf, type Directory, isInForce, unitById } from '../organisation/directory.ts';
import { isUnitActive, type Unit } from '../organisation/unit.ts';
import { type Party, partiesOf, type Task, type TaskRule } from '../plan/plan-book.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Owner } from './obligation.ts';

export interface OwnerInCluster {
  readonly owner: Owner;
  readonly clusterId: ClusterId | null;
}

/**
 * Who owes a task on a day under one of its rules. Joint leads owe one each; a unit that ended owes through its
 * successors. Leads that name nobody known give no owner: they stand on the secretariat's list.
 */
export function ownersOf(task: Task, rule: TaskRule, directory: Directory, on: LocalDate): OwnerInCluster[] {
  const owners = partiesOf(task, 'lead').flatMap((lead) => ownersOfParty(lead.party, directory, on));
  const seen = new Set<string>();
  return owners.filter(({ owner, clusterId }) => {
    const key = `${owner.kind}:${owner.id}`;
    if (seen.has(key) || !appliesTo(task, rule, clusterId, directory)) return false;
    seen.add(key);
    return true;
  });
}

function ownersOfParty(party: Party, directory: Directory, on: LocalDate): OwnerInCluster[] {
  switch (party.kind) {
    case 'unit':
      return activeSuccessors(directory, party.unitId, on).map((unit) => unitOwner(directory, unit, on));
    case 'cluster':
      return directory.clusters
        .filter((cluster) => cluster.id === party.clusterId && isInForce(cluster, on))
        .map(clusterOwner);
    case 'each_unit':
      return directory.units
        .filter((unit) => isUnitActive(unit, on))
        .map((unit) => unitOwner(directory, unit, on));
    case 'cluster_head':
      return directory.clusters
        .filter(({ id }) => !isOwnerGone(directory, { kind: 'cluster', id }, on))
        .map(clusterOwner);
    case 'council_member':
      return directory.appointments
        .filter((held) => held.role === 'council_member' && isInForce(span(held), on))
        .map((held) => ({
          owner: { kind: 'council_member', id: held.personId },
          clusterId: held.clusterId,
        }));
    case 'words':
      return [];
  }
}

const clusterOwner = ({ id }: Cluster): OwnerInCluster => ({ owner: { kind: 'cluster', id }, clusterId: id });

function unitOwner(directory: Directory, unit: Unit, on: LocalDate): OwnerInCluster {
  return { owner: { kind: 'unit', id: unit.id }, clusterId: clusterOf(directory, unit.id, on)?.id ?? null };
}

/** The units that stand on a day where one stood: itself, or who came after it. */
export function activeSuccessors(
  directory: Directory,
  id: UnitId,
  on: LocalDate,
  seen: readonly UnitId[] = [],
): Unit[] {
  if (seen.includes(id)) return [];
  const unit = unitById(directory, id);
  if (isUnitActive(unit, on)) return [unit];
  return unit.successorIds.flatMap((next) => activeSuccessors(directory, next, on, [...seen, id]));
}

/** Whether nobody stands behind an owner any more: a unit or cluster that is no more, a cluster that all have left. */
export function isOwnerGone(directory: Directory, owner: Owner, on: LocalDate): boolean {
  switch (owner.kind) {
    case 'unit':
      return hasEnded(unitById(directory, owner.id), on);
    case 'cluster': {
      const rows = directory.memberships.filter(({ clusterId }) => clusterId === owner.id);
      const isLeft = ({ unitId, to }: Membership): boolean =>
        (to !== null && to < on) || hasEnded(unitById(directory, unitId), on);
      const isDeserted = rows.length > 0 && rows.every(isLeft);
      return isDeserted || !isInForce(clusterById(directory, owner.id), on);
    }
    case 'council_member':
      return false;
  }
}

const hasEnded = ({ validTo }: Unit, on: LocalDate): boolean => validTo !== null && validTo < on;

/**
 * A rule for one kind of cluster binds its clusters and their members, and nobody who stands in another kind. A rule for
 * all gives way to one of the same cadence that is for theirs: "trước ngày 15/12 hằng năm (các trường: trước 15/6)".
 */
function appliesTo(
  task: Pick<Task, 'rules'>,
  { appliesTo: kind, rule }: TaskRule,
  clusterId: ClusterId | null,
  directory: Directory,
): boolean {
  const own = directory.clusters.find((candidate) => candidate.id === clusterId)?.kind;
  if (kind !== null) return own === kind;
  const family = ruleKey({ ...rule, appliesTo: null });
  return !task.rules.some(
    (other) =>
      other.appliesTo !== null &&
      other.appliesTo === own &&
      ruleKey({ ...other.rule, appliesTo: null }) === family,
  );
}

const span = (held: { from: LocalDate | null; to: LocalDate | null }) => ({
  validFrom: held.from,
  validTo: held.to,
});
