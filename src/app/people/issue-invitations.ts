import type { UnitId } from '../../core/id.ts';
import {
  type InvitedRole,
  invitationExpiry,
  lastDayOfInvitation,
} from '../../core/organisation/invitation.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
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
  dependencies: Dependencies,
  request: Request,
  role: InvitedRole,
  unitIds: readonly UnitId[],
): Promise<Outcome<readonly IssuedInvitation[]>> {
  return whoMay('people.invite', dependencies, request, async (useCase) => {
    const { tx, at, ids, today, directory, person, note } = useCase;
    const lastOn = lastDayOfInvitation(today);
    const expiresAt = invitationExpiry(lastOn, directory.settings.zone);
    const issued = unitIds.map((unitId) => ({ unitId, role, code: newInvitationCode(), lastOn }));
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
      after: { role, units: unitIds.length },
    });
    return done(issued);
  });
}
