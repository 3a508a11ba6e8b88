import { personAt } from '../core/organisation/directory.ts';
import type { PeopleReading, RowProblem } from '../core/organisation/organisation-reading.ts';
import type { Dependencies } from './dependencies.ts';

/** Takes people over with what they hold; who is known by channel and user is renamed, never doubled. Returns rows not taken. */
export async function importPeople(
  { unitOfWork, ids }: Dependencies,
  { people }: PeopleReading,
): Promise<readonly RowProblem[]> {
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const problems: RowProblem[] = [];
    for (const [index, row] of people.entries()) {
      const unit = directory.units.find(({ code }) => code === row.unitCode) ?? null;
      if (row.unitCode !== null && unit === null) {
        problems.push({ row: index + 1, code: 'UNIT_UNKNOWN', words: row.unitCode });
        continue;
      }
      const known = personAt(directory, row.channel, row.user);
      const personId = known?.id ?? ids.next<'person'>();
      const { name, title, address, channel, user, role } = row;
      await tx.organisation.savePerson({ id: personId, name, title, address, locale: known?.locale ?? null });
      await tx.organisation.saveIdentity({ channel, user, personId });
      const unitId = unit?.id ?? null;
      const held = directory.appointments.some(
        (one) => one.personId === personId && one.role === role && one.unitId === unitId && one.to === null,
      );
      if (role === null || held) continue;
      await tx.organisation.addAppointment({ personId, role, unitId, clusterId: null, from: null, to: null });
    }
    return problems;
  });
}
