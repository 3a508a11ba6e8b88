import type { PersonId } from '../../core/id.ts';
import { type Duty, dutyHeld, isSameDuty } from '../../core/organisation/hand-over.ts';
import type { Appointment } from '../../core/organisation/person.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
import { DUTY_ENDED } from './end-duty.ts';
import { reopenStandIns } from './stand-in.ts';
import { tellStaying } from './tell-leaving.ts';

/**
 * Whoever was said to leave today stays after all; those who were told so hear of it. The secretariat alone says so,
 * while the day lasts. Who stood in for them does so again. Refused: ACCESS_UNKNOWN_PERSON,
 * ACCESS_SECRETARIAT_ONLY, DUTY_NOT_HELD, DUTY_END_PAST.
 */
export const keepDuty = (
  dependencies: Dependencies,
  request: Request,
  holder: PersonId,
  duty: Duty,
): Promise<Outcome<void>> =>
  whoMay('duty.pass', dependencies, request, async (useCase) => {
    const { tx, today, directory, note } = useCase;
    const held = dutyHeld(directory, holder, duty, today);
    if (held === null) return refuse('DUTY_NOT_HELD');
    // Said before: it is being said again.
    if (held.to === null) return done(undefined);
    const said = (await tx.audit.about(holder)).find(
      ({ action, before }) => action === DUTY_ENDED && isOf(before, duty),
    );
    if (said === undefined || held.to !== today) return refuse('DUTY_END_PAST');
    const { to, standIns } = said.before as Ended;
    await tx.organisation.restoreAppointment({ ...held, to });
    const closed = (standIns ?? []).map(
      ({ person: personId, ...days }): Appointment => ({ personId, ...duty, ...days, standsInFor: holder }),
    );
    await reopenStandIns(useCase, closed);
    await tellStaying(useCase, { holder, duty, lastOn: today, at: said.at });
    await note({
      action: 'appointment.restored',
      subject: holder,
      before: { to: today },
      after: { role: duty.role, unit: duty.unitId },
    });
    return done(undefined);
  });

/** Entries of earlier versions do not name who stood in. */
interface Ended extends Pick<Appointment, 'to'> {
  readonly standIns?: readonly (Pick<Appointment, 'from' | 'to'> & { readonly person: PersonId })[];
}

/** Whether it is this duty that an entry says was ended; entries of earlier versions do not say all of it. */
function isOf(before: unknown, duty: Duty): boolean {
  const { role, unit, cluster, to } = before as { [Name in 'role' | 'unit' | 'cluster' | 'to']?: unknown };
  const said = { role, unitId: unit, clusterId: cluster } as Duty;
  return to !== undefined && isSameDuty(said, duty);
}
