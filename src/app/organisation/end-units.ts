import type { UnitId } from '../../core/id.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { endUnit, type UnitEnded, type UnitEnding } from './end-unit.ts';

export interface UnitsEnding extends UnitEnding {
  /** What ends with it, on the same day and for the same successors. */
  readonly also: readonly UnitId[];
}

export interface UnitsEnded {
  readonly ended: readonly [UnitEnded, ...UnitEnded[]];
  /** What could not end so: it has another end by now. */
  readonly left: readonly UnitId[];
}

/** Several end as one does, one after another: new units are begun for the first. Refused as `endUnit` for that one. */
export async function endUnits(
  dependencies: Dependencies,
  request: Request,
  { also, ...ending }: UnitsEnding,
): Promise<Outcome<UnitsEnded>> {
  const first = await endUnit(dependencies, request, ending);
  if (first.kind === 'refused') return first;
  const successors = first.value.successors.map(({ id }) => id);
  const ended: [UnitEnded, ...UnitEnded[]] = [first.value];
  const left: UnitId[] = [];
  for (const unitId of also) {
    const outcome = await endUnit(dependencies, request, { ...ending, unitId, successors, founded: [] });
    if (outcome.kind === 'done') ended.push(outcome.value);
    else left.push(unitId);
  }
  return done({ ended, left });
}
