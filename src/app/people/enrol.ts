import { type Directory, personAt } from '../../core/organisation/directory.ts';
import { OPEN_ENDED, type Person, unnamedPerson } from '../../core/organisation/person.ts';
import type { Request } from '../dependencies.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';

type Writes = Pick<Transaction, 'organisation'>;
type User = Pick<Request, 'channel' | 'user'>;

/** Whoever stands behind a user of a channel: known already, or from here on, without a name yet. */
export async function enrol(
  { organisation }: Writes,
  ids: IdSource,
  directory: Directory,
  { channel, user }: User,
): Promise<Person> {
  const known = personAt(directory, channel, user);
  if (known !== null) return known;
  const person = unnamedPerson(ids.next<'person'>());
  await organisation.savePerson(person);
  await organisation.saveIdentity({ channel, user, personId: person.id });
  return person;
}

/** The same, and of the secretariat from now on. */
export async function enrolSecretary(
  tx: Writes,
  ids: IdSource,
  directory: Directory,
  user: User,
): Promise<Person> {
  const person = await enrol(tx, ids, directory, user);
  const office = { role: 'secretariat', unitId: null, clusterId: null } as const;
  await tx.organisation.addAppointment({ personId: person.id, ...office, ...OPEN_ENDED });
  return person;
}
