import type { Duty } from '../../../core/organisation/hand-over.ts';
import type { Appointment } from '../../../core/organisation/person.ts';
import type { DutyRef, Where } from '../../buttons/people.ts';

/** The duty that a button names, and back. */
export const dutyOf = ({ role, where }: DutyRef): Duty => ({
  role,
  unitId: where.kind === 'unit' ? where.id : null,
  clusterId: where.kind === 'cluster' ? where.id : null,
});

export const dutyRef = ({ personId, role, unitId, clusterId }: Appointment): DutyRef => ({
  person: personId,
  role,
  where: whereOf(unitId, clusterId),
});

const whereOf = (unitId: Appointment['unitId'], clusterId: Appointment['clusterId']): Where =>
  unitId !== null
    ? { kind: 'unit', id: unitId }
    : clusterId !== null
      ? { kind: 'cluster', id: clusterId }
      : { kind: 'office' };
