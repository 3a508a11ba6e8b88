import type { PersonId } from '../../core/id.ts';
import { type Duty, isLastSecretary } from '../../core/organisation/hand-over.ts';
import { addDays } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
import { dutyToPass } from './duty-access.ts';
import { closeStandIns } from './stand-in.ts';
import { tellLeaving } from './tell-leaving.ts';

export const DUTY_ENDED = 'appointment.ended';

/**
 * Somebody leaves with nobody in their place yet: they hold it for the rest of today, then what was theirs goes to the
 * leader, else to the secretariat. The secretariat alone says so. Refused: ACCESS_UNKNOWN_PERSON,
 * ACCESS_SECRETARIAT_ONLY, DUTY_NOT_HELD, PERSON_LAST_SECRETARY.
 */
export async function endDuty(
  dependencies: Dependencies,
  request: Request,
  holder: PersonId,
  { role, unitId, clusterId }: Duty,
): Promise<Outcome<void>> {
  const duty = { role, unitId, clusterId };
  return whoMay('duty.pass', dependencies, request, async ({ tx, at, ids, today, directory, note }) => {
    const passing = dutyToPass(directory, request, at, holder, duty);
    if (passing.kind === 'refused') return passing;
    // Said before, today: it is being said again.
    if (passing.held.to === today) return done(undefined);
    if (role === 'secretariat' && isLastSecretary(directory, holder, addDays(today, 1))) {
      return refuse('PERSON_LAST_SECRETARY');
    }
    await tx.organisation.endAppointments(holder, today, duty);
    const closed = await closeStandIns(tx, { ids, at }, directory, holder, duty, today);
    await tellLeaving(tx, { ids, at }, directory, { holder, duty, lastOn: today, at }, passing.person.id);
    await note({
      action: DUTY_ENDED,
      subject: holder,
      before: {
        role,
        unit: unitId,
        cluster: clusterId,
        to: passing.held.to,
        ...(closed.length === 0
          ? {}
          : { standIns: closed.map(({ personId, from, to }) => ({ person: personId, from, to })) }),
      },
      after: { to: today },
    });
    return done(undefined);
  });
}
