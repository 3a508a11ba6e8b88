import type { UnitId } from '../../core/id.ts';
import { calledFrom, isUnitActive, isUnitCalled, type Unit } from '../../core/organisation/unit.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { tellUnitChange } from '../people/pass-on.ts';
import { whoMay } from '../use-case.ts';

/**
 * A unit is called otherwise from today on; what was said and done before keeps the old name, by which people may still
 * ask. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, UNIT_UNKNOWN, UNIT_NAME_TAKEN.
 */
export async function renameUnit(
  dependencies: Dependencies,
  request: Request,
  unitId: UnitId,
  name: string,
): Promise<Outcome<Unit>> {
  return whoMay('unit.change', dependencies, request, async (useCase) => {
    const { tx, today, directory, note } = useCase;
    const unit = directory.units.find(({ id }) => id === unitId);
    if (unit === undefined) return refuse('UNIT_UNKNOWN');
    if (unit.name === name) return done(unit);
    const namesake = directory.units.find(
      (one) => one.id !== unitId && isUnitActive(one, today) && isUnitCalled(one, name),
    );
    if (namesake !== undefined) return refuse('UNIT_NAME_TAKEN', { name: namesake.name });
    const renamed = calledFrom(unit, name, today);
    await tx.organisation.saveUnit(renamed);
    await tellUnitChange(useCase, unitId, `name ${today} ${name}`);
    await note({ action: 'unit.renamed', subject: unitId, before: { name: unit.name }, after: { name } });
    return done(renamed);
  });
}
