import type { PersonId } from '../../core/id.ts';
import { type Duty, dutyHeld, isLastSecretary } from '../../core/organisation/hand-over.ts';
import { addDays } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
import { closeStandIns } from './stand-in.ts';
import { tellLeaving } from './tell-leaving.ts';

export const DUTY_ENDED = 'appointment.ended';

/**
 * Somebody leaves with nobody in their place yet: they hold it for the rest of today, then what was theirs goes to the
 * leader, else to the secretariat. The secretariat alone says so. Refused: ACCESS_UNKNOWN_PERSON,
 * ACCESS_SECRETARIAT_ONLY, DUTY_NOT_HELD, PERSON_LAST_SECRETARY.
 */
export const endDuty = (
  dependencies: Dependencies,
  request: Request,
  holder: PersonId,
  duty: Duty,
): Promise<Outcome<void>> =>
  whoMay('duty.pass', dependencies, request, async (useCase) => {
    const { tx, at, today, directory, note } = useCase;
    const { role, unitId, clusterId } = duty;
    const held = dutyHeld(directory, holder, duty, today);
    if (held === null) return refuse('DUTY_NOT_HELD');
    // Said before, today: it is being said again.
    if (held.to === today) return done(undefined);
    if (role === 'secretariat' && isLastSecretary(directory, holder, addDays(today, 1))) {
      return refuse('PERSON_LAST_SECRETARY');
    }
    await tx.organisation.endAppointments(holder, today, duty);
    const closed = await closeStandIns(useCase, holder, duty, today);
    await tellLeaving(useCase, { holder, duty, lastOn: today, at });
    await note({
      action: DUTY_ENDED,
      subject: holder,
      before: {
        role,
        unit: unitId,
        cluster: clusterId,
        to: held.to,
        ...(closed.length === 0
          ? {}
          : { standIns: closed.map(({ personId, from, to }) => ({ person: personId, from, to })) }),
      },
      after: { to: today },
    });
    return done(undefined);
  });
