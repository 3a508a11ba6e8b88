import { appointmentsOf } from '../../core/organisation/directory.ts';
import { isLastSecretary } from '../../core/organisation/hand-over.ts';
import { unnamedPerson } from '../../core/organisation/person.ts';
import { addDays } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoIsKnown } from '../use-case.ts';
import { closeStandIns } from './stand-in.ts';
import { tellLeaving } from './tell-leaving.ts';

/**
 * Somebody takes what is known of them out: name, title and form of address, texts in which the name stands, what the
 * messenger knows them by, their private chat, what they were writing or had put aside, and what they had asked to
 * become. What they did stays, said of what they held.
 * Refused: ACCESS_UNKNOWN_PERSON, PERSON_LAST_SECRETARY.
 */
export async function eraseSelf(dependencies: Dependencies, request: Request): Promise<Outcome<void>> {
  return whoIsKnown(dependencies, request, async (useCase) => {
    const { tx, at, today, directory, person, note } = useCase;
    if (isLastSecretary(directory, person.id, today)) return refuse('PERSON_LAST_SECRETARY');
    await tx.organisation.savePerson(unnamedPerson(person.id));
    if (person.name !== '') await tx.notices.forgetTextsNaming(person.name);
    for (const { id } of await tx.launches.draftsOf(person.id)) await tx.launches.dropDraft(id);
    await tx.organisation.removeIdentities(person.id);
    const yesterday = addDays(today, -1);
    await tx.organisation.endAppointments(person.id, yesterday);
    // Whoever stood in for them acted in their place, which is empty now.
    for (const { role, unitId, clusterId, standsInFor } of appointmentsOf(directory, person.id, today)) {
      const duty = { role, unitId, clusterId };
      await closeStandIns(useCase, person.id, duty, yesterday);
      if (standsInFor !== null) continue;
      await tellLeaving(useCase, { holder: person.id, duty, lastOn: yesterday, at });
    }
    for (const asked of await tx.invitations.inState('asked')) {
      if (asked.personId === person.id) await tx.invitations.update({ ...asked, state: 'declined' });
    }
    for (const chat of directory.chats.filter((one) => one.personId === person.id)) {
      await tx.dialogues.close(person.id, chat.id);
      // A private chat's key is the messenger's id of the person.
      await tx.organisation.saveChat({ ...chat, key: `erased:${chat.id}`, title: '', state: 'lost' });
    }
    await note({ action: 'person.erased', subject: person.id });
    return done(undefined);
  });
}
