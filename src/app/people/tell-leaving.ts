import type { ClusterId, PersonId, UnitId } from '../../core/id.ts';
import {
  appointmentsOf,
  type Directory,
  peopleWithRole,
  servingPeople,
} from '../../core/organisation/directory.ts';
import { type Duty, isSameDuty } from '../../core/organisation/hand-over.ts';
import type { Role } from '../../core/organisation/person.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Transaction } from '../ports/transaction.ts';
import { type Saying, tellPerson } from './pass-on.ts';

/** Somebody has a duty no more, and nobody was named in their place. */
export interface Leaving {
  readonly holder: PersonId;
  readonly duty: Duty;
  readonly lastOn: LocalDate;
}

/**
 * Tells whoever leaves, those whose the unit's work is from then on, and the secretariat; but for whoever says so.
 *
 * @param directory as it was before
 */
export async function tellLeaving(
  tx: Transaction,
  saying: Saying,
  directory: Directory,
  leaving: Leaving,
  by: PersonId,
): Promise<void> {
  const { holder, duty, lastOn } = leaving;
  const after = addDays(lastOn, 1);
  const told = [
    holder,
    ...(duty.unitId === null ? [] : servingPeople(directory, duty.unitId, after)).map(({ id }) => id),
    ...peopleWithRole(directory, 'secretariat', after).map(({ id }) => id),
  ];
  for (const id of new Set(told)) {
    if (id === by) continue;
    await tellPerson(tx, saying, 'duty_ended', id, slotOf(leaving), { kind: 'person', id: holder });
  }
}

/** `2024-11-05 <role> <unit> <cluster> <who>` */
const slotOf = ({ holder, duty: { role, unitId, clusterId }, lastOn }: Leaving): string =>
  [lastOn, role, unitId ?? '', clusterId ?? '', holder].join(' ');

/** Of whom a notice speaks; null where they have the duty still, or again. */
export function leavingOfSlot(directory: Directory, slot: string): Leaving | null {
  const [lastOn, role, unitId, clusterId, holder] = slot.split(' ');
  const leaving: Leaving = {
    holder: holder as PersonId,
    duty: {
      role: role as Role,
      unitId: (unitId || null) as UnitId | null,
      clusterId: (clusterId || null) as ClusterId | null,
    },
    lastOn: lastOn as LocalDate,
  };
  const held = appointmentsOf(directory, leaving.holder, addDays(leaving.lastOn, 1));
  return held.some((one) => isSameDuty(one, leaving.duty)) ? null : leaving;
}
