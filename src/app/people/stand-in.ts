import type { PersonId } from '../../core/id.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import { type Duty, isSameDuty } from '../../core/organisation/hand-over.ts';
import type { Appointment } from '../../core/organisation/person.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { noteOf } from '../use-case.ts';
import { dutyToPass, successorsFor } from './duty-access.ts';
import { dutyInSlot, dutyOfSlot } from './duty-slot.ts';
import { type Saying, tellPerson } from './pass-on.ts';

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

/** The holder is back, or the plan has changed: nobody stands in after a day. Refused as above. */
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
    const told = (standIn: PersonId) => [standIn, absent].filter((id) => id !== passing.person.id);
    const closed = await closeStandIns(tx, { ids, at }, directory, absent, duty, lastOn(today), told);
    if (closed.length === 0) return done(undefined);
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

/**
 * After a day nobody stands in for somebody's duty any more; those who did are told, and whoever else `told` names of
 * each. Gives what was closed, as it was before.
 */
export async function closeStandIns(
  tx: Transaction,
  saying: Saying,
  { appointments }: Directory,
  absent: PersonId,
  duty: Duty,
  last: LocalDate,
  told: (standIn: PersonId) => readonly PersonId[] = (standIn) => [standIn],
): Promise<Appointment[]> {
  const standing = appointments.filter(
    (one) => one.standsInFor === absent && isSameDuty(one, duty) && (one.to === null || one.to > last),
  );
  await tx.organisation.dropStandIns(absent, duty, last);
  for (const one of standing) {
    const slot = [ENDED, saying.at, addDays(last, 1), standInSlot(one)].join(' ');
    for (const id of told(one.personId)) {
      await tellPerson(tx, saying, 'stand_in', id, slot, { kind: 'person', id: absent });
    }
  }
  return standing;
}

/** What was closed goes on as it was; those who stand in are told. */
export async function reopenStandIns(
  tx: Transaction,
  saying: Saying,
  closed: readonly Appointment[],
): Promise<void> {
  for (const one of closed) {
    await tx.organisation.restoreAppointment(one);
    const slot = [AGAIN, saying.at, standInSlot(one)].join(' ');
    await tellPerson(tx, saying, 'stand_in', one.personId, slot, {
      kind: 'person',
      id: one.standsInFor ?? one.personId,
    });
  }
}

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
