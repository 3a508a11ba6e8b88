import type { PersonId } from '../../core/id.ts';
import { type Duty, isSameDuty } from '../../core/organisation/hand-over.ts';
import type { Appointment } from '../../core/organisation/person.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { dayAt } from '../today.ts';
import { noteOf } from '../use-case.ts';
import { dutyToPass, successorsFor } from './duty-access.ts';
import { tellPerson } from './pass-on.ts';

/** While somebody is away, somebody else hears and acts for them. */
export interface StandIn {
  readonly duty: Duty;
  readonly absent: PersonId;
  readonly by: PersonId;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Somebody known stands in from day to day, both included; it ends by itself. Said by the secretariat, or by whoever
 * goes away. Refused: ACCESS_UNKNOWN_PERSON, DUTY_NOT_YOURS, DUTY_NOT_HELD, DUTY_SAME_PERSON, DUTY_STRANGER,
 * DUTY_DAYS.
 */
export async function setStandIn(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  { duty: { role, unitId, clusterId }, absent, by, from, to }: StandIn,
): Promise<Outcome<Appointment>> {
  const at = clock.now();
  const duty = { role, unitId, clusterId };
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const today = dayAt(at, directory);
    const passing = dutyToPass(directory, request, at, absent, duty);
    if (passing.kind === 'refused') return passing;
    if (absent === by) return refuse('DUTY_SAME_PERSON');
    if (from < today || to < from) return refuse('DUTY_DAYS');
    if (!successorsFor(directory, passing.actor, absent, duty, today).some(({ id }) => id === by)) {
      return refuse('DUTY_STRANGER');
    }
    const appointment: Appointment = { personId: by, ...duty, from, to, standsInFor: absent };
    const isKnown = directory.appointments.some(
      (one) =>
        one.personId === by &&
        isSameDuty(one, duty) &&
        one.standsInFor === absent &&
        one.from === from &&
        one.to === to,
    );
    if (isKnown) return done(appointment);
    await tx.organisation.addAppointment(appointment);
    for (const id of new Set([by, absent])) {
      if (id === passing.person.id) continue;
      await tellPerson(tx, { ids, at }, 'stand_in', id, standInSlot(appointment), {
        kind: 'person',
        id: absent,
      });
    }
    const note = noteOf(tx, ids, at, passing.by);
    await note({
      action: 'appointment.stood_in',
      subject: by,
      before: null,
      after: { role, unit: unitId, for: absent, from, to },
    });
    return done(appointment);
  });
}

/** The holder is back, or the plan has changed: nobody stands in from today on. Refused as above. */
export async function endStandIns(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  absent: PersonId,
  { role, unitId, clusterId }: Duty,
  lastOn: (today: LocalDate) => LocalDate,
): Promise<Outcome<void>> {
  const at = clock.now();
  const duty = { role, unitId, clusterId };
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const today = dayAt(at, directory);
    const passing = dutyToPass(directory, request, at, absent, duty);
    if (passing.kind === 'refused') return passing;
    const last = lastOn(today);
    const standing = directory.appointments.filter(
      (one) => one.standsInFor === absent && isSameDuty(one, duty) && (one.to === null || one.to > last),
    );
    if (standing.length === 0) return done(undefined);
    await tx.organisation.dropStandIns(absent, duty, last);
    const note = noteOf(tx, ids, at, passing.by);
    await note({
      action: 'appointment.stand_in_ended',
      subject: absent,
      before: null,
      after: { role, unit: unitId },
    });
    return done(undefined);
  });
}

/** `2024-11-05 2024-11-12 <role> <unit> <who>`, unique among what one person is told. */
const standInSlot = ({ from, to, role, unitId, personId }: Appointment): string =>
  [from, to, role, unitId ?? '', personId].join(' ');

/** The appointment of which a notice speaks; null where it was taken back since. */
export const standInOfSlot = (appointments: readonly Appointment[], slot: string): Appointment | null =>
  appointments.find((one) => one.standsInFor !== null && standInSlot(one) === slot) ?? null;
