import { isOwnerGone } from '../../core/obligation/owners.ts';
import { appointmentsOf, type Directory, personAt } from '../../core/organisation/directory.ts';
import { type Invitation, isInvitationExpired } from '../../core/organisation/invitation.ts';
import type { Person } from '../../core/organisation/person.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { dayAt } from '../today.ts';
import { noteOf } from '../use-case.ts';
import { enrol } from './enrol.ts';
import { hashOfCode } from './invitation-code.ts';

export interface InvitationTaken {
  readonly invitation: Invitation;
  readonly person: Person;
}

/**
 * Somebody opens an invitation and is known from here on, though they may do nothing yet. Links get posted in
 * groups: until somebody has said who they are, another may open it too. Whoever asked finds it where it stands.
 * Refused: INVITATION_UNKNOWN, INVITATION_EXPIRED, INVITATION_USED, INVITATION_SERVING_ALREADY, INVITATION_UNIT_ENDED.
 */
export async function takeInvitation(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  code: string,
): Promise<Outcome<InvitationTaken>> {
  const at = clock.now();
  const codeHash = hashOfCode(code);
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const known = personAt(directory, request.channel, request.user);
    const invitation = await tx.invitations.byCodeHash(codeHash);
    if (invitation === null) return refuse('INVITATION_UNKNOWN');
    if (known !== null && serves(directory, known, invitation, dayAt(at, directory))) {
      return refuse('INVITATION_SERVING_ALREADY');
    }
    if (invitation.state !== 'open' && invitation.state !== 'taken') {
      const own = known !== null && invitation.personId === known.id && invitation.state !== 'declined';
      return own ? done({ invitation, person: known }) : refuse('INVITATION_USED');
    }
    if (isInvitationExpired(invitation, at)) return refuse('INVITATION_EXPIRED');
    const invitedFor = { kind: 'unit', id: invitation.unitId } as const;
    if (isOwnerGone(directory, invitedFor, dayAt(at, directory))) return refuse('INVITATION_UNIT_ENDED');

    const person = await enrol(tx, ids, directory, request);
    const taken: Invitation = { ...invitation, state: 'taken', personId: person.id };
    await tx.invitations.update(taken);
    const note = noteOf(tx, ids, at, { personId: person.id, chatId: null });
    await note({ action: 'invitation.taken', subject: invitation.unitId, after: { role: invitation.role } });
    return done({ invitation: taken, person });
  });
}

const serves = (directory: Directory, { id }: Person, invited: Invitation, today: LocalDate): boolean =>
  appointmentsOf(directory, id, today).some(
    ({ role, unitId }) => role === invited.role && unitId === invited.unitId,
  );
