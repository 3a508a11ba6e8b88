import type { PersonId } from '../../core/id.ts';
import { isOwnerGone } from '../../core/obligation/owners.ts';
import type { Invitation, InvitationId } from '../../core/organisation/invitation.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import type { Requester } from '../requester.ts';
import { whoMay } from '../use-case.ts';
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
    const { tx, at, ids, today, directory, by, note } = useCase;
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
    await tx.notices.plan({
      id: ids.next<'notice'>(),
      kind: 'join_answer',
      addressee: { kind: 'person', id: personId },
      slot: invitation.id,
      at,
      subject: { kind: 'invitation', id: invitation.id },
      late: false,
    });
    // After the answer, so that a sheet to confirm comes after it too.
    if (confirmed) await appoint(tx, { ids, at, request, by }, decided, personId, today);
    await note({
      action: confirmed ? 'appointment.confirmed' : 'appointment.declined',
      subject: personId,
      before: null,
      after: { role, unit: unitId },
    });
    return done({ invitation: decided, changed: true });
  });
}

/** From today, or in place of somebody from the day that was said, who holds it until then. */
async function appoint(
  tx: Transaction,
  { ids, at, request, by }: { ids: IdSource; at: Instant; request: Request; by: Requester['by'] },
  { role, unitId, succession }: Invitation,
  personId: PersonId,
  today: LocalDate,
): Promise<void> {
  const duty = { role, unitId, clusterId: null };
  const directory = await tx.organisation.directory();
  if (succession === null || succession.from === personId) {
    await appointFrom(tx, directory, personId, duty, today);
    return;
  }
  const on = succession.on < today ? today : succession.on;
  await passDuty(tx, ids, at, request, directory, by, { duty, from: succession.from, to: personId, on });
}
