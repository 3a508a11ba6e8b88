import type { Directory } from '../organisation/directory.ts';
import { nameLikeness, nameParts, ownPlace, SURE } from '../organisation/name-likeness.ts';
import { isUnitActive, type Unit } from '../organisation/unit.ts';
import { nameWords } from '../organisation/unit-names.ts';
import type { LocalDate } from '../time/local-date.ts';

/** How the units that a plan's words mean go by today. */
export type CalledToday =
  /** As the words say. */
  | { readonly kind: 'so' }
  /** The words are a name of before. */
  | { readonly kind: 'otherwise' }
  /** The words name nobody by themselves: a sort of units, or one that a person chose. */
  | { readonly kind: 'chosen' };

/** `units` carry the work that a plan gives to `words`, an office as it was called when the plan was written. */
export function calledToday(
  words: string,
  units: readonly Unit[],
  { units: known, settings }: Pick<Directory, 'units' | 'settings'>,
  today: LocalDate,
): CalledToday {
  const place = ownPlace(settings.name);
  const said = nameParts(nameWords(words), place);
  const means = (name: string): boolean =>
    nameLikeness(said, nameParts(nameWords(name), place), place) >= SURE;
  const isCalled = ({ name, code, aliases }: Unit): boolean => [name, code, ...aliases].some(means);
  if (units.every(isCalled)) return { kind: 'so' };
  const wasCalled = known.some(
    (unit) =>
      unit.formerNames.some(({ name }) => means(name)) || (!isUnitActive(unit, today) && isCalled(unit)),
  );
  return { kind: wasCalled ? 'otherwise' : 'chosen' };
}
