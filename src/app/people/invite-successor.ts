import type { PersonId, UnitId } from '../../core/id.ts';
import {
  type InvitedRole,
  invitationExpiry,
  lastDayOfInvitation,
} from '../../core/organisation/invitation.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { dayAt } from '../today.ts';
import { noteOf } from '../use-case.ts';
import { dutyToPass } from './duty-access.ts';
import { hashOfCode, newInvitationCode } from './invitation-code.ts';
import type { IssuedInvitation } from './issue-invitations.ts';

/**
 * One invitation for whoever takes a duty over from a day on: it passes when the secretariat has confirmed who they
 * are, so that nothing is left without somebody meanwhile. Refused: ACCESS_UNKNOWN_PERSON, DUTY_NOT_HELD,
 * DUTY_NOT_YOURS, DUTY_DAYS.
 */
export async function inviteSuccessor(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  { from, role, unitId, on }: { from: PersonId; role: InvitedRole; unitId: UnitId; on: LocalDate },
): Promise<Outcome<IssuedInvitation>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const passing = dutyToPass(directory, request, at, from, { role, unitId, clusterId: null });
    if (passing.kind === 'refused') return passing;
    const today = dayAt(at, directory);
    if (on < today) return refuse('DUTY_DAYS');
    const lastOn = lastDayOfInvitation(today);
    const code = newInvitationCode();
    await tx.invitations.add({
      id: ids.next<'invitation'>(),
      codeHash: hashOfCode(code),
      unitId,
      role,
      createdBy: passing.person.id,
      createdAt: at,
      expiresAt: invitationExpiry(lastOn, directory.settings.zone),
      state: 'open',
      personId: null,
      succession: { from, on },
    });
    const note = noteOf(tx, ids, at, passing.by);
    await note({
      action: 'invitation.issued',
      subject: unitId,
      before: null,
      after: { role, units: 1, takes_over: from, from: on },
    });
    return done({ unitId, role, code, lastOn });
  });
}
