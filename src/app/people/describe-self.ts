import type { Person } from '../../core/organisation/person.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { whoIsKnown } from '../use-case.ts';

export type SelfDescription = Partial<Pick<Person, 'name' | 'title' | 'address' | 'reminders'>>;

/**
 * People say themselves how they are called and how they want to be reached. The audit says that they did, not
 * what: names stand with the person alone. Refused: ACCESS_UNKNOWN_PERSON.
 */
export async function describeSelf(
  dependencies: Dependencies,
  request: Request,
  said: SelfDescription,
): Promise<Outcome<Person>> {
  return whoIsKnown(dependencies, request, async ({ tx, person: before, note }) => {
    const after: Person = { ...before, ...said };
    await tx.organisation.savePerson(after);
    await note({ action: 'person.described', subject: before.id, after: { changed: Object.keys(said) } });
    return done(after);
  });
}
