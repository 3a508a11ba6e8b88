import type { Person } from '../../core/organisation/person.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { requesterOf } from '../requester.ts';

export type SelfDescription = Partial<Pick<Person, 'name' | 'title' | 'address' | 'locale' | 'reminders'>>;

/**
 * People say themselves how they are called and how they want to be reached. The audit says that they did, not
 * what: names stand with the person alone. Refused: ACCESS_UNKNOWN_PERSON.
 */
export async function describeSelf(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  said: SelfDescription,
): Promise<Outcome<Person>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const requester = requesterOf(await tx.organisation.directory(), request, at);
    if (requester.kind === 'refused') return requester;
    const { person: before } = requester;
    const after: Person = { ...before, ...said };
    await tx.organisation.savePerson(after);
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      personId: before.id,
      chatId: null,
      action: 'person.described',
      subject: before.id,
      before: null,
      after: { changed: Object.keys(said) },
    });
    return done(after);
  });
}
