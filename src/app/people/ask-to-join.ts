import { peopleWithRole, personAt } from '../../core/organisation/directory.ts';
import type { Invitation, InvitationId } from '../../core/organisation/invitation.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { planNotice, toPerson } from '../notices/plan-notice.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { dayAt } from '../today.ts';
import { noteOf } from '../use-case.ts';

/**
 * Somebody who opened an invitation has said who they are, the first to do so: the secretariat is asked whether it is
 * true. Asking again changes nothing. Refused: INVITATION_USED.
 */
export async function askToJoin(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  invitationId: InvitationId,
): Promise<Outcome<Invitation>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const person = personAt(directory, request.channel, request.user);
    const invitation = await tx.invitations.byId(invitationId);
    if (person === null || invitation === null) return refuse('INVITATION_USED');
    if (invitation.state !== 'taken') {
      return invitation.personId === person.id ? done(invitation) : refuse('INVITATION_USED');
    }
    const asked: Invitation = { ...invitation, state: 'asked', personId: person.id };
    await tx.invitations.update(asked);
    for (const secretary of peopleWithRole(directory, 'secretariat', dayAt(at, directory))) {
      await planNotice({ tx, ids, at }, 'join_request', toPerson(secretary.id), {
        slot: invitation.id,
        subject: { kind: 'invitation', id: invitation.id },
      });
    }
    const note = noteOf(tx, ids, at, { personId: person.id, chatId: null });
    await note({ action: 'invitation.asked', subject: invitation.unitId, after: { role: invitation.role } });
    return done(asked);
  });
}
