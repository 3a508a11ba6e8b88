import type { UnitId } from '../../core/id.ts';
import { type Directory, personById } from '../../core/organisation/directory.ts';
import { isSameDuty } from '../../core/organisation/hand-over.ts';
import type { Appointment } from '../../core/organisation/person.ts';
import { mayComeBack, type Unit } from '../../core/organisation/unit.ts';
import { addDays } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { changeSlot, tellUnitChange } from '../people/pass-on.ts';
import { rollForward } from '../plan/roll-forward.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { whoMay } from '../use-case.ts';
import { takeWorkBack } from './take-work-back.ts';
import { type BeforeUnitEnd, unitEndingOf } from './unit-ending.ts';

/**
 * The end of a unit is taken back: it has its places, people and work as before, and units begun in its place never
 * begin. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, UNIT_UNKNOWN, UNIT_END_PAST, UNIT_HEIR_SHARED
 * (another unit ends into one that was begun for it).
 */
export async function restoreUnit(
  dependencies: Dependencies,
  request: Request,
  unitId: UnitId,
): Promise<Outcome<Unit>> {
  return whoMay('unit.change', dependencies, request, async (useCase) => {
    const { tx, at, today, directory, note } = useCase;
    const unit = directory.units.find(({ id }) => id === unitId);
    if (unit === undefined) return refuse('UNIT_UNKNOWN');
    if (unit.validTo === null) return done(unit);
    const ending = await unitEndingOf(tx, unitId);
    if (ending === null || !mayComeBack(unit.validTo, dayAt(ending.at, directory), today)) {
      return refuse('UNIT_END_PAST');
    }
    const { before, founded, inherited } = ending;
    const other = directory.units.find(
      ({ id, validTo, successorIds }) =>
        id !== unitId && validTo !== null && successorIds.some((heir) => founded.includes(heir)),
    );
    if (other !== undefined) return refuse('UNIT_HEIR_SHARED', { name: other.name });
    const back: Unit = { ...unit, validTo: null, successorIds: [] };
    await tx.organisation.saveUnit(back);
    for (const one of directory.units.filter(({ id }) => founded.includes(id))) {
      await tx.organisation.saveUnit({ ...one, validTo: unit.validTo });
    }
    await restorePlaces(tx, directory, unitId, before.places, founded);
    await restorePeople(tx, directory, unit, before.people, founded);
    await takeWorkBack(tx, inherited, before.work, at);
    await rollForward(tx, at);
    for (const told of [unitId, ...unit.successorIds]) {
      await tellUnitChange(useCase, told, changeSlot.back(unitId, at), unitId);
    }
    await note({
      action: 'unit.restored',
      subject: unitId,
      before: { to: unit.validTo, successors: unit.successorIds },
      after: { to: null },
    });
    return done(back);
  });
}

async function restorePlaces(
  tx: Transaction,
  { clusters, memberships }: Directory,
  unitId: UnitId,
  places: BeforeUnitEnd['places'],
  founded: readonly UnitId[],
): Promise<void> {
  for (const { id } of clusters) {
    const rows = memberships.filter(({ clusterId }) => clusterId === id);
    const others = rows.filter((row) => row.unitId !== unitId && !founded.includes(row.unitId));
    const own = places.filter(({ clusterId }) => clusterId === id);
    if (others.length < rows.length || own.length > 0) {
      await tx.organisation.replaceMemberships(id, [...others, ...own]);
    }
  }
}

/** Whether another unit that ended, and was served by them until then, brings them to its heir too. */
const isBroughtByOthers = (
  { units, appointments }: Directory,
  { personId, role, unitId }: Appointment,
  but: UnitId,
) =>
  units.some(
    ({ id, validTo, successorIds }) =>
      id !== but &&
      validTo !== null &&
      unitId !== null &&
      successorIds.includes(unitId) &&
      appointments.some(
        (one) =>
          one.personId === personId &&
          one.role === role &&
          one.unitId === id &&
          one.to !== null &&
          one.to >= validTo,
      ),
  );

/** Who had left in the meantime, or was erased, does not come back with it. */
async function restorePeople(
  { organisation }: Pick<Transaction, 'organisation'>,
  directory: Directory,
  { id, successorIds: heirs }: Unit,
  people: BeforeUnitEnd['people'],
  founded: readonly UnitId[],
): Promise<void> {
  const isNow = (one: Appointment, other: Appointment): boolean =>
    one.personId === other.personId && one.standsInFor === other.standsInFor && isSameDuty(one, other);
  for (const { appointment, endedOn } of people) {
    const row = directory.appointments.find(
      (one) => isNow(one, appointment) && one.from === appointment.from,
    );
    const isTouched =
      row === undefined ? personById(directory, appointment.personId)?.name === '' : row.to !== endedOn;
    if (!isTouched) await organisation.restoreAppointment(appointment);
    const { personId, role, clusterId } = appointment;
    const gone = directory.appointments.find(
      (one) =>
        one.personId === personId &&
        one.role === role &&
        one.unitId !== null &&
        heirs.includes(one.unitId) &&
        one.from === addDays(endedOn, 1),
    );
    if (gone === undefined || isBroughtByOthers(directory, gone, id)) continue;
    await organisation.endAppointments(personId, endedOn, { role, unitId: gone.unitId, clusterId });
  }
  for (const { personId, role, unitId, clusterId } of directory.appointments) {
    const begins = directory.units.find(({ id }) => id === unitId && founded.includes(id))?.validFrom ?? null;
    if (begins === null) continue;
    await organisation.endAppointments(personId, addDays(begins, -1), { role, unitId, clusterId });
  }
}
