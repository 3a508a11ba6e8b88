import type { PersonId, UnitId } from '../id.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type Directory, servingPeople, unitById } from './directory.ts';
import type { Person } from './person.ts';
import { isUnitActive, type Unit } from './unit.ts';

/** A unit that somebody acted for until a day that has passed. */
export interface EndedDuty {
  readonly unit: Unit;
  readonly lastOn: LocalDate;
  /** Who acts for it now, or for those in its place. */
  readonly now: readonly Person[];
}

/** The last of the duties that somebody had for a unit, for one of `unitIds` where given; null where none has ended. */
export function endedDuty(
  directory: Directory,
  personId: PersonId,
  today: LocalDate,
  unitIds?: readonly UnitId[],
): EndedDuty | null {
  const [last] = directory.appointments
    .flatMap((held) => {
      if (held.personId !== personId || held.unitId === null) return [];
      if (unitIds !== undefined && !unitIds.includes(held.unitId)) return [];
      const unit = unitById(directory, held.unitId);
      const [lastOn] = [held.to, unit.validTo].filter((day) => day !== null).sort();
      return lastOn === undefined || lastOn >= today ? [] : [{ unit, lastOn }];
    })
    .sort((one, other) => other.lastOn.localeCompare(one.lastOn));
  if (last === undefined) return null;
  const { id, successorIds } = last.unit;
  const places = isUnitActive(last.unit, today) ? [id] : successorIds;
  const now = places.flatMap((place) => servingPeople(directory, place, today));
  return { ...last, now: [...new Set(now)] };
}
