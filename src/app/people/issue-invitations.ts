import type { UnitId } from '../../core/id.ts';
import {
  type InvitedRole,
  invitationExpiry,
  lastDayOfInvitation,
  type ServingRole,
} from '../../core/organisation/invitation.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { requesterWho } from '../requester.ts';
import { dayAt } from '../today.ts';
import { hashOfCode, newInvitationCode } from './invitation-code.ts';

/** An invitation with its code, which is seen this once, and its last day. */
export interface IssuedInvitation {
  readonly unitId: UnitId;
  readonly role: InvitedRole;
  readonly code: string;
  readonly lastOn: LocalDate;
}

/** One invitation for each unit. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY. */
export async function issueInvitations(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  role: ServingRole,
  unitIds: readonly UnitId[],
): Promise<Outcome<readonly IssuedInvitation[]>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const requester = requesterWho('people.invite', directory, request, at);
    if (requester.kind === 'refused') return requester;
    const lastOn = lastDayOfInvitation(dayAt(at, directory));
    const expiresAt = invitationExpiry(lastOn, directory.settings.zone);
    const issued = unitIds.map((unitId) => ({ unitId, role, code: newInvitationCode(), lastOn }));
    for (const { unitId, code } of issued) {
      const id = ids.next<'invitation'>();
      await tx.invitations.add({
        id,
        codeHash: hashOfCode(code),
        unitId,
        role,
        createdBy: requester.person.id,
        createdAt: at,
        expiresAt,
        state: 'open',
        personId: null,
        succession: null,
      });
    }
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      ...requester.by,
      action: 'invitation.issued',
      subject: unitIds.length === 1 && unitIds[0] !== undefined ? unitIds[0] : 'organisation',
      before: null,
      after: { role, units: unitIds.length },
    });
    return done(issued);
  });
}
