import type { PersonId } from '../../core/id.ts';
import { type Directory, onlyNewHeir, unitById } from '../../core/organisation/directory.ts';
import { type Duty, isSameDuty } from '../../core/organisation/hand-over.ts';
import type { Appointment } from '../../core/organisation/person.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Transaction } from '../ports/transaction.ts';

type Writes = Pick<Transaction, 'organisation'>;

/**
 * Somebody holds a duty from a day on, once however often it is said: of a unit that ends, until its last day, and
 * then of the only new unit in its place.
 */
export async function appointFrom(
  tx: Writes,
  directory: Directory,
  personId: PersonId,
  { role, unitId, clusterId }: Duty,
  from: LocalDate,
): Promise<void> {
  const unit = unitId === null ? null : unitById(directory, unitId);
  const lastOn = unit?.validTo ?? null;
  const held = { personId, role, clusterId, standsInFor: null };
  await hold(tx, directory, { ...held, unitId, from, to: lastOn });
  const heir = unit === null ? null : onlyNewHeir(directory, unit);
  if (heir === null || lastOn === null) return;
  await hold(tx, directory, { ...held, unitId: heir.id, from: addDays(lastOn, 1), to: null });
}

/** In place of what they hold of it for a shorter time or from a later day. */
async function hold(
  { organisation }: Writes,
  { appointments }: Directory,
  wanted: Appointment & { readonly from: LocalDate },
): Promise<void> {
  const { personId, role, unitId, clusterId, from, to } = wanted;
  const holdsAlready = appointments.some(
    (one) =>
      one.personId === personId &&
      isSameDuty(one, wanted) &&
      one.standsInFor === null &&
      (one.from ?? from) <= from &&
      (one.to === null || (to !== null && one.to >= to)),
  );
  if (holdsAlready) return;
  await organisation.endAppointments(personId, addDays(from, -1), { role, unitId, clusterId });
  await organisation.addAppointment(wanted);
}
