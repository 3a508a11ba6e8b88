import type { PersonId } from '../../core/id.ts';
import { isOwnerGone } from '../../core/obligation/owners.ts';
import type { Invitation, InvitationId } from '../../core/organisation/invitation.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { planNotice, toPerson } from '../notices/plan-notice.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { type UseCase, whoMay } from '../use-case.ts';
import { appointFrom } from './appoint-from.ts';
import { passDuty } from './hand-over-duty.ts';

export interface JoinDecided {
  readonly invitation: Invitation;
  /** False where it was decided before, perhaps otherwise. */
  readonly changed: boolean;
}

/**
 * The secretariat says whether somebody is who they say: then they act for the unit from today on, and either way
 * they are told. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, INVITATION_UNKNOWN,
 * INVITATION_UNIT_ENDED, which may still be declined.
 */
export async function decideJoin(
  dependencies: Dependencies,
  request: Request,
  invitationId: InvitationId,
  confirmed: boolean,
): Promise<Outcome<JoinDecided>> {
  return whoMay('people.invite', dependencies, request, async (useCase) => {
    const { tx, today, directory, note } = useCase;
    const invitation = await tx.invitations.byId(invitationId);
    const personId = invitation?.personId ?? null;
    if (invitation === null || personId === null) return refuse('INVITATION_UNKNOWN');
    if (invitation.state !== 'asked') return done({ invitation, changed: false });
    const { role, unitId } = invitation;
    if (confirmed && isOwnerGone(directory, { kind: 'unit', id: unitId }, today)) {
      return refuse('INVITATION_UNIT_ENDED');
    }
    const decided: Invitation = { ...invitation, state: confirmed ? 'confirmed' : 'declined' };
    await tx.invitations.update(decided);
    await planNotice(useCase, 'join_answer', toPerson(personId), {
      slot: invitation.id,
      subject: { kind: 'invitation', id: invitation.id },
    });
    // After the answer, so that a sheet to confirm comes after it too.
    if (confirmed) await appoint(useCase, decided, personId);
    await note({
      action: confirmed ? 'appointment.confirmed' : 'appointment.declined',
      subject: personId,
      after: { role, unit: unitId },
    });
    return done({ invitation: decided, changed: true });
  });
}

/** From today, or in place of somebody from the day that was said, who holds it until then. */
async function appoint(
  useCase: UseCase,
  { role, unitId, succession }: Invitation,
  personId: PersonId,
): Promise<void> {
  const { tx, directory, today } = useCase;
  const duty = { role, unitId, clusterId: null };
  if (succession === null || succession.from === personId) {
    await appointFrom(tx, directory, personId, duty, today);
    return;
  }
  const on = succession.on < today ? today : succession.on;
  await passDuty(useCase, { duty, from: succession.from, to: personId, on });
}
