import { mayActFor } from '../../core/access/actor.ts';
import type { UnitId } from '../../core/id.ts';
import type { Unit } from '../../core/organisation/unit.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoIsKnown } from '../use-case.ts';

/**
 * The people of a unit are still right. Said by one of them, or the secretariat. Refused: ACCESS_UNKNOWN_PERSON,
 * ACCESS_NOT_OWN_UNIT, UNIT_UNKNOWN.
 */
export async function confirmContacts(
  dependencies: Dependencies,
  request: Request,
  unitId: UnitId,
): Promise<Outcome<Unit>> {
  return whoIsKnown(dependencies, request, async ({ tx, today, directory, actor, note }) => {
    const unit = directory.units.find(({ id }) => id === unitId);
    if (unit === undefined) return refuse('UNIT_UNKNOWN');
    if (!mayActFor(actor, 'contact.confirm', { kind: 'unit', id: unitId })) {
      return refuse('ACCESS_NOT_OWN_UNIT', { owner: unit.name });
    }
    if (unit.confirmedOn === today) return done(unit);
    const confirmed: Unit = { ...unit, confirmedOn: today };
    await tx.organisation.saveUnit(confirmed);
    await note({ action: 'unit.contacts_confirmed', subject: unitId, after: { on: today } });
    return done(confirmed);
  });
}
