import type { ClusterId, UnitId } from '../../core/id.ts';
import type { Duty } from '../../core/organisation/hand-over.ts';
import type { Role } from '../../core/organisation/person.ts';

/** `<role> <unit> <cluster>`: a duty as a part of the slot of a notice; `dutyOfSlot` reads it. */
export const dutyInSlot = ({ role, unitId, clusterId }: Duty): string =>
  [role, unitId ?? '', clusterId ?? ''].join(' ');

export const dutyOfSlot = (role = '', unitId = '', clusterId = ''): Duty => ({
  role: role as Role,
  unitId: (unitId || null) as UnitId | null,
  clusterId: (clusterId || null) as ClusterId | null,
});
