import type { PersonId } from '../../core/id.ts';
import { personAt } from '../../core/organisation/directory.ts';
import type { PersonReading } from '../../core/organisation/organisation-reading.ts';
import { OPEN_ENDED, unnamedPerson } from '../../core/organisation/person.ts';
import { unitsMeant } from '../../core/organisation/unit-names.ts';
import { clusterCalled } from '../../core/plan/cluster-names.ts';
import type { Dependencies } from '../dependencies.ts';

/**
 * Takes people over with what they hold; who is known by channel and user is renamed, never doubled. Returns the
 * rows that name no unit or cluster, or several, which were not taken.
 */
export async function importPeople(
  { unitOfWork, ids }: Dependencies,
  people: readonly PersonReading[],
): Promise<readonly PersonReading[]> {
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const left: PersonReading[] = [];
    // A list gives one row a role, so that the same person may come several times.
    const met = new Map<string, PersonId>();
    for (const row of people) {
      const [unit, another] = row.unit === '' ? [] : unitsMeant(directory.units, row.unit);
      const unitId = row.unit === '' ? null : another === undefined ? unit?.id : undefined;
      const clusterId = row.cluster === '' ? null : clusterCalled(directory.clusters, row.cluster)?.id;
      if (unitId === undefined || clusterId === undefined) {
        left.push(row);
        continue;
      }
      const { name, title, address, channel, user, role } = row;
      const known = personAt(directory, channel, user);
      const key = `${channel} ${user}`;
      const personId = known?.id ?? met.get(key) ?? ids.next<'person'>();
      met.set(key, personId);
      await tx.organisation.savePerson({ ...(known ?? unnamedPerson(personId)), name, title, address });
      await tx.organisation.saveIdentity({ channel, user, personId });
      const held = directory.appointments.some(
        (one) =>
          one.personId === personId &&
          one.role === role &&
          one.unitId === unitId &&
          one.clusterId === clusterId &&
          one.to === null,
      );
      if (role === null || held) continue;
      await tx.organisation.addAppointment({ personId, role, unitId, clusterId, ...OPEN_ENDED });
    }
    return left;
  });
}
