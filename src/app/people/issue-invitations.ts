import type { UnitId } from '../../core/id.ts';
import { type InvitedRole, invitationExpiry } from '../../core/organisation/invitation.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
import { hashOfCode, newInvitationCode } from './invitation-code.ts';

/** An invitation with its code, which is seen this once. */
export interface IssuedInvitation {
  readonly unitId: UnitId;
  readonly role: InvitedRole;
  readonly code: string;
  readonly expiresAt: Instant;
}

/** One invitation for each unit. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY. */
export async function issueInvitations(
  dependencies: Dependencies,
  request: Request,
  role: InvitedRole,
  unitIds: readonly UnitId[],
): Promise<Outcome<readonly IssuedInvitation[]>> {
  return whoMay('people.invite', dependencies, request, async ({ tx, at, ids, person, note }) => {
    const expiresAt = invitationExpiry(at);
    const issued = unitIds.map((unitId) => ({ unitId, role, code: newInvitationCode(), expiresAt }));
    for (const { unitId, code } of issued) {
      const id = ids.next<'invitation'>();
      await tx.invitations.add({
        id,
        codeHash: hashOfCode(code),
        unitId,
        role,
        createdBy: person.id,
        createdAt: at,
        expiresAt,
        state: 'open',
        personId: null,
        succession: null,
      });
    }
    await note({
      action: 'invitation.issued',
      subject: unitIds.length === 1 && unitIds[0] !== undefined ? unitIds[0] : 'organisation',
      before: null,
      after: { role, units: unitIds.length },
    });
    return done(issued);
  });
}
