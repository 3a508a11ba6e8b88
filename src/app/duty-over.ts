import type { PersonId, UnitId } from '../core/id.ts';
import type { Owner } from '../core/obligation/obligation.ts';
import { ownerName } from '../core/obligation/owner-name.ts';
import { type Directory, officeHolders } from '../core/organisation/directory.ts';
import { endedDuty } from '../core/organisation/ended-duty.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import { type Refused, refuse } from './outcome.ts';

/**
 * To somebody who acted for a unit, of `unitIds` where given, until a day that has passed: who does so now, else that
 * it is over. Null to all others. DUTY_PASSED, DUTY_OVER.
 */
export function dutyOver(
  directory: Directory,
  personId: PersonId,
  today: LocalDate,
  unitIds?: readonly UnitId[],
): Refused | null {
  const ended = endedDuty(directory, personId, today, unitIds);
  if (ended === null) return null;
  const params = { unit: ended.unit.name, to: ended.lastOn };
  const who = ended.now
    .filter(({ id, name }) => id !== personId && name !== '')
    .map(({ address, name }) => `${address} ${name}`.trim())
    .join(', ');
  return who === '' ? refuse('DUTY_OVER', params) : refuse('DUTY_PASSED', { ...params, who });
}

/** What `owner` owes is not theirs: it was until a day, or never. ACCESS_NOT_OWN_UNIT or as `dutyOver`. */
export function notOwn(
  directory: Directory,
  personId: PersonId | null,
  owner: Owner,
  today: LocalDate,
): Refused {
  const over =
    personId === null ? null : dutyOver(directory, personId, today, unitsOf(owner, directory, today));
  return over ?? refuse('ACCESS_NOT_OWN_UNIT', { owner: ownerName(directory, owner) });
}

/** Whose people act for an owner. */
function unitsOf(owner: Owner, directory: Directory, today: LocalDate): UnitId[] {
  switch (owner.kind) {
    case 'unit':
      return [owner.id];
    case 'cluster':
      return officeHolders(directory, owner.id, 'lead', today).map(({ id }) => id);
    case 'council_member':
      return [];
  }
}
