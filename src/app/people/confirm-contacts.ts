import { mayActFor } from '../../core/access/actor.ts';
import type { UnitId } from '../../core/id.ts';
import type { Unit } from '../../core/organisation/unit.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { requesterOf } from '../requester.ts';
import { dayAt } from '../today.ts';

/**
 * The people of a unit are still right. Said by one of them, or the secretariat. Refused: ACCESS_UNKNOWN_PERSON,
 * ACCESS_NOT_OWN_UNIT, UNIT_UNKNOWN.
 */
export async function confirmContacts(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  unitId: UnitId,
): Promise<Outcome<Unit>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const today = dayAt(at, directory);
    const requester = requesterOf(directory, request, at);
    if (requester.kind === 'refused') return requester;
    const unit = directory.units.find(({ id }) => id === unitId);
    if (unit === undefined) return refuse('UNIT_UNKNOWN');
    if (!mayActFor(requester.actor, 'contact.confirm', { kind: 'unit', id: unitId })) {
      return refuse('ACCESS_NOT_OWN_UNIT', { unit: unit.name });
    }
    if (unit.confirmedOn === today) return done(unit);
    const confirmed: Unit = { ...unit, confirmedOn: today };
    await tx.organisation.saveUnit(confirmed);
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      ...requester.by,
      action: 'unit.contacts_confirmed',
      subject: unitId,
      before: null,
      after: { on: today },
    });
    return done(confirmed);
  });
}
