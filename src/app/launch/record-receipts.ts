import type { LaunchId, UnitId } from '../../core/id.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import type { RecordSource } from '../ports/report-repository.ts';
import { whoSteers } from './launch-access.ts';
import { countReceived } from './launch-received.ts';

export interface RecordedReceipts {
  readonly recorded: readonly UnitId[];
  /** Had received it before, or are not addressed. */
  readonly passed: readonly UnitId[];
}

/**
 * The secretariat records that units have received a launch, as they said by telephone, elsewhere or on paper; the
 * same update again finds them recorded. Refused as `whoSteers`.
 */
export const recordReceipts = (
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
  unitIds: readonly UnitId[],
  source: RecordSource,
): Promise<Outcome<RecordedReceipts>> =>
  whoSteers(launchId, dependencies, request, async (useCase) => {
    const { tx, at, person, note } = useCase;
    const recorded: UnitId[] = [];
    const passed: UnitId[] = [];
    for (const unit of unitIds) {
      if (!(await tx.launches.acknowledge(launchId, unit, person.id, at))) {
        passed.push(unit);
        continue;
      }
      recorded.push(unit);
      await note({ action: 'launch.recorded', subject: launchId, after: { unit, source } });
    }
    if (recorded.length > 0) await countReceived(useCase);
    return done({ recorded, passed });
  });
