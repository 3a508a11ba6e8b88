import { appointmentsOf } from '../../core/organisation/directory.ts';
import { isLastSecretary } from '../../core/organisation/hand-over.ts';
import { unnamedPerson } from '../../core/organisation/person.ts';
import { addDays } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { requesterOf } from '../requester.ts';
import { dayAt } from '../today.ts';

/**
 * Somebody takes what is known of them out: name, title and form of address, what the messenger knows them by, their
 * private chat, what they were writing and what they had asked to become. What they did stays, said of what they held. Refused:
 * ACCESS_UNKNOWN_PERSON, PERSON_LAST_SECRETARY.
 */
export async function eraseSelf(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
): Promise<Outcome<void>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const today = dayAt(at, directory);
    const requester = requesterOf(directory, request, at);
    if (requester.kind === 'refused') return requester;
    const { person } = requester;
    if (isLastSecretary(directory, person.id, today)) return refuse('PERSON_LAST_SECRETARY');
    await tx.organisation.savePerson(unnamedPerson(person.id));
    await tx.organisation.removeIdentities(person.id);
    const yesterday = addDays(today, -1);
    await tx.organisation.endAppointments(person.id, yesterday);
    // Whoever stood in for them acted in their place, which is empty now.
    for (const { role, unitId, clusterId } of appointmentsOf(directory, person.id, today)) {
      await tx.organisation.dropStandIns(person.id, { role, unitId, clusterId }, yesterday);
    }
    for (const asked of await tx.invitations.inState('asked')) {
      if (asked.personId === person.id) await tx.invitations.update({ ...asked, state: 'declined' });
    }
    for (const chat of directory.chats.filter((one) => one.personId === person.id)) {
      await tx.dialogues.close(person.id, chat.id);
      // A private chat's key is the messenger's id of the person.
      await tx.organisation.saveChat({ ...chat, key: `erased:${chat.id}`, title: '', state: 'lost' });
    }
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      personId: person.id,
      chatId: null,
      action: 'person.erased',
      subject: person.id,
      before: null,
      after: null,
    });
    return done(undefined);
  });
}
