import type { PersonId } from '../../core/id.ts';
import { type Duty, isSameDuty } from '../../core/organisation/hand-over.ts';
import type { Appointment } from '../../core/organisation/person.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { planNotice, type Telling, toPerson } from '../notices/plan-notice.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { UseCase } from '../use-case.ts';
import { successorsFor, whoPasses } from './duty-access.ts';
import { dutyInSlot, dutyOfSlot } from './duty-slot.ts';

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
export const setStandIn = (
  dependencies: Dependencies,
  request: Request,
  { duty, absent, by, from, to }: StandIn,
): Promise<Outcome<Appointment>> =>
  whoPasses(absent, duty, dependencies, request, async (useCase) => {
    const { tx, today, directory, actor, person, note } = useCase;
    if (absent === by) return refuse('DUTY_SAME_PERSON');
    if (from < today || to < from) return refuse('DUTY_DAYS');
    if (!successorsFor(directory, actor, absent, duty, today).some(({ id }) => id === by)) {
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
      if (id !== person.id) await tellStandIn(useCase, id, absent, standInSlot(appointment));
    }
    await note({
      action: 'appointment.stood_in',
      subject: by,
      after: { role: duty.role, unit: duty.unitId, for: absent, from, to },
    });
    return done(appointment);
  });

/** The holder is back, or the plan has changed: nobody stands in after a day. Refused as above. */
export const endStandIns = (
  dependencies: Dependencies,
  request: Request,
  absent: PersonId,
  duty: Duty,
  lastOn: (today: LocalDate) => LocalDate,
): Promise<Outcome<void>> =>
  whoPasses(absent, duty, dependencies, request, async (useCase) => {
    const { today, person, note } = useCase;
    const told = (standIn: PersonId) => [standIn, absent].filter((id) => id !== person.id);
    const closed = await closeStandIns(useCase, absent, duty, lastOn(today), told);
    if (closed.length > 0) {
      await note({
        action: 'appointment.stand_in_ended',
        subject: absent,
        after: { role: duty.role, unit: duty.unitId },
      });
    }
    return done(undefined);
  });

/**
 * After a day nobody stands in for somebody's duty any more; those who did are told, and whoever else `told` names of
 * each. Gives what was closed, as it was before.
 */
export async function closeStandIns(
  useCase: UseCase,
  absent: PersonId,
  duty: Duty,
  last: LocalDate,
  told: (standIn: PersonId) => readonly PersonId[] = (standIn) => [standIn],
): Promise<Appointment[]> {
  const { tx, at, directory } = useCase;
  const standing = directory.appointments.filter(
    (one) => one.standsInFor === absent && isSameDuty(one, duty) && (one.to === null || one.to > last),
  );
  await tx.organisation.dropStandIns(absent, duty, last);
  for (const one of standing) {
    const slot = [ENDED, at, addDays(last, 1), standInSlot(one)].join(' ');
    for (const id of told(one.personId)) await tellStandIn(useCase, id, absent, slot);
  }
  return standing;
}

/** What was closed goes on as it was; those who stand in are told. */
export async function reopenStandIns(useCase: UseCase, closed: readonly Appointment[]): Promise<void> {
  for (const one of closed) {
    await useCase.tx.organisation.restoreAppointment(one);
    const slot = [AGAIN, useCase.at, standInSlot(one)].join(' ');
    await tellStandIn(useCase, one.personId, one.standsInFor ?? one.personId, slot);
  }
}

const tellStandIn = (telling: Telling, id: PersonId, absent: PersonId, slot: string) =>
  planNotice(telling, 'stand_in', toPerson(id), { slot, subject: { kind: 'person', id: absent } });

/** `2024-11-05 2024-11-12 <role> <unit> <cluster> <who>`, unique among what one person is told. */
const standInSlot = ({ from, to, personId, ...duty }: Appointment): string =>
  [from, to, dutyInSlot(duty), personId].join(' ');

/** The appointment of which a notice speaks; null where it was taken back since. */
export const standInOfSlot = (appointments: readonly Appointment[], slot: string): Appointment | null =>
  appointments.find((one) => one.standsInFor !== null && standInSlot(one) === begunIn(slot)) ?? null;

const ENDED = 'ended';
const AGAIN = 'again';

function begunIn(slot: string): string {
  const [mark, , ...begun] = slot.split(' ');
  return mark === AGAIN ? begun.join(' ') : slot;
}

export interface EndedStandIn {
  /** The first day on which they stand in no more. */
  readonly on: LocalDate;
  /** The days that were said at first. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly duty: Duty;
  readonly personId: PersonId;
  /** The slot of the notice that told of its beginning. */
  readonly begun: string;
}

/** What a notice says of an end; null where it speaks of a beginning. */
export function endOfSlot(slot: string): EndedStandIn | null {
  const [mark, , on, ...begun] = slot.split(' ');
  if (mark !== ENDED) return null;
  const [from, to, role, unitId, clusterId, personId] = begun;
  return {
    on: on as LocalDate,
    from: from as LocalDate,
    to: to as LocalDate,
    duty: dutyOfSlot(role, unitId, clusterId),
    personId: personId as PersonId,
    begun: begun.join(' '),
  };
}
