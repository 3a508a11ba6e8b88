import { actorOf } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { UnitId } from '../../core/id.ts';
import { chatAt, personAt } from '../../core/organisation/directory.ts';
import type { Unit } from '../../core/organisation/unit.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
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
    const person = personAt(directory, request.channel, request.user);
    if (person === null) return refuse('ACCESS_UNKNOWN_PERSON');
    const unit = directory.units.find(({ id }) => id === unitId);
    if (unit === undefined) return refuse('UNIT_UNKNOWN');
    const actor = actorOf(directory, person.id, today);
    const scope = scopeOf('contact.confirm', actor.roles);
    if (scope !== 'all' && (scope === null || !actor.unitIds.includes(unitId))) {
      return refuse('ACCESS_NOT_OWN_UNIT', { unit: unit.name });
    }
    if (unit.confirmedOn === today) return done(unit);
    const confirmed: Unit = { ...unit, confirmedOn: today };
    await tx.organisation.saveUnit(confirmed);
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      personId: person.id,
      chatId: chatAt(directory, request.channel, request.chat)?.id ?? null,
      action: 'unit.contacts_confirmed',
      subject: unitId,
      before: null,
      after: { on: today },
    });
    return done(confirmed);
  });
}
