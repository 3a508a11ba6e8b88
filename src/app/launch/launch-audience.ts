import type { Actor } from '../../core/access/actor.ts';
import type { ClusterId, UnitId } from '../../core/id.ts';
import type { LaunchAudience, LaunchReceipt } from '../../core/launch/launch.ts';
import { activeSuccessors } from '../../core/obligation/owners.ts';
import type { Chat } from '../../core/organisation/chat.ts';
import { type Directory, groupsOf, membersOf } from '../../core/organisation/directory.ts';
import type { LocalDate } from '../../core/time/local-date.ts';

/** The addressed units of one cluster. */
export function addressedIn(
  { unitIds }: Pick<LaunchAudience, 'unitIds'>,
  clusterId: ClusterId,
  directory: Directory,
  on: LocalDate,
): UnitId[] {
  const members = membersOf(directory, clusterId, on).map((unit) => unit.id);
  return unitIds === null ? members : members.filter((id) => unitIds.includes(id));
}

/** Who answers for an addressed unit: itself, or who came in its place since. */
export const answeringFor = (directory: Directory, unitId: UnitId, on: LocalDate): UnitId[] => [
  ...new Set(activeSuccessors(directory, unitId, on).map(({ id }) => id)),
];

/** Those of the receipts that somebody answers for. */
export const ownReceipts = <Receipt extends Pick<LaunchReceipt, 'unitId'>>(
  receipts: readonly Receipt[],
  directory: Directory,
  { unitIds }: Pick<Actor, 'unitIds'>,
  on: LocalDate,
): Receipt[] =>
  receipts.filter(({ unitId }) => answeringFor(directory, unitId, on).some((id) => unitIds.includes(id)));

/** Every addressed unit, once. */
export function addressedUnits(audience: LaunchAudience, directory: Directory, on: LocalDate): UnitId[] {
  return [...new Set(audience.clusterIds.flatMap((id) => addressedIn(audience, id, directory, on)))];
}

/** The groups that it goes to: those of clusters of which some unit is addressed. */
export function addressedGroups(audience: LaunchAudience, directory: Directory, on: LocalDate): Chat[] {
  return audience.clusterIds
    .filter((id) => addressedIn(audience, id, directory, on).length > 0)
    .flatMap((id) => groupsOf(directory, id));
}
