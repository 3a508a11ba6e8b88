import type { ClusterId, PersonId, UnitId } from '../id.ts';
import type { Owner } from '../obligation/obligation.ts';
import { appointmentsOf, type Directory, officeHolders, unitById } from '../organisation/directory.ts';
import type { Role } from '../organisation/person.ts';
import { isUnitActive } from '../organisation/unit.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type Right, scopeOf } from './rights.ts';

/** A known person with what they hold on a day. */
export interface Actor {
  readonly personId: PersonId;
  readonly roles: readonly Role[];
  /** Units that they act for: as leader, as focal point, or as the secretariat in the standing agency itself. */
  readonly unitIds: readonly UnitId[];
  /** Clusters whose head is one of those units. */
  readonly headedClusterIds: readonly ClusterId[];
}

const ACT_FOR_UNIT: readonly Role[] = ['leader', 'focal_point', 'secretariat'];

export function actorOf(directory: Directory, personId: PersonId, on: LocalDate): Actor {
  const held = appointmentsOf(directory, personId, on);
  const unitIds = held
    .filter((appointment) => ACT_FOR_UNIT.includes(appointment.role))
    .flatMap((appointment) => (appointment.unitId === null ? [] : [appointment.unitId]))
    .filter((id) => isUnitActive(unitById(directory, id), on));
  return {
    personId,
    roles: [...new Set(held.map((appointment) => appointment.role))],
    unitIds: [...new Set(unitIds)],
    headedClusterIds: directory.clusters
      .filter((cluster) =>
        officeHolders(directory, cluster.id, 'lead', on).some((unit) => unitIds.includes(unit.id)),
      )
      .map((cluster) => cluster.id),
  };
}

/** Whether the actor may do this to what `owner` owes: everywhere, or because it is their own. */
export function mayActFor(actor: Actor, right: Right, owner: Owner): boolean {
  const scope = scopeOf(right, actor.roles);
  return scope === 'all' || (scope === 'own' && owns(actor, owner));
}

/** What is the actor's own: their units' work, the work of clusters that their unit heads, their own duties. */
export function owns(actor: Actor, owner: Owner): boolean {
  switch (owner.kind) {
    case 'unit':
      return actor.unitIds.includes(owner.id);
    case 'cluster':
      return actor.headedClusterIds.includes(owner.id);
    case 'council_member':
      return actor.personId === owner.id;
  }
}

/** Ids of everything whose work is the actor's own. */
export const ownOwnerIds = (actor: Actor): string[] => [
  ...actor.unitIds,
  ...actor.headedClusterIds,
  actor.personId,
];
