import type { PersonId, UnitId } from '../../core/id.ts';
import {
  type InvitedRole,
  invitationExpiry,
  lastDayOfInvitation,
} from '../../core/organisation/invitation.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoPasses } from './duty-access.ts';
import { hashOfCode, newInvitationCode } from './invitation-code.ts';
import type { IssuedInvitation } from './issue-invitations.ts';

/**
 * One invitation for whoever takes a duty over from a day on: it passes when the secretariat has confirmed who they
 * are, so that nothing is left without somebody meanwhile. Refused: ACCESS_UNKNOWN_PERSON, DUTY_NOT_HELD,
 * DUTY_NOT_YOURS, DUTY_DAYS.
 */
export const inviteSuccessor = (
  dependencies: Dependencies,
  request: Request,
  { from, role, unitId, on }: { from: PersonId; role: InvitedRole; unitId: UnitId; on: LocalDate },
): Promise<Outcome<IssuedInvitation>> =>
  whoPasses(from, { role, unitId, clusterId: null }, dependencies, request, async (useCase) => {
    const { tx, at, ids, today, directory, person, note } = useCase;
    if (on < today) return refuse('DUTY_DAYS');
    const lastOn = lastDayOfInvitation(today);
    const code = newInvitationCode();
    await tx.invitations.add({
      id: ids.next<'invitation'>(),
      codeHash: hashOfCode(code),
      unitId,
      role,
      createdBy: person.id,
      createdAt: at,
      expiresAt: invitationExpiry(lastOn, directory.settings.zone),
      state: 'open',
      personId: null,
      succession: { from, on },
    });
    await note({
      action: 'invitation.issued',
      subject: unitId,
      after: { role, units: 1, takes_over: from, from: on },
    });
    return done({ unitId, role, code, lastOn });
  });
