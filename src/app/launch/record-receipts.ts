import type { LaunchId, UnitId } from '../../core/id.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import type { RecordSource } from '../ports/report-repository.ts';
import { noted, steered } from './launch-access.ts';
import { countReceived } from './launch-received.ts';

export interface RecordedReceipts {
  readonly recorded: readonly UnitId[];
  /** Had received it before, or are not addressed. */
  readonly passed: readonly UnitId[];
}

/**
 * The secretariat records that units have received a launch, as they said by telephone, elsewhere or on paper; the
 * same update again finds them recorded. Refused as `steered`.
 */
export async function recordReceipts(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  launchId: LaunchId,
  unitIds: readonly UnitId[],
  source: RecordSource,
): Promise<Outcome<RecordedReceipts>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const found = await steered(tx, request, launchId, at);
    if (found.kind === 'refused') return found;
    const recorded: UnitId[] = [];
    const passed: UnitId[] = [];
    for (const unit of unitIds) {
      if (!(await tx.launches.acknowledge(launchId, unit, found.person.id, at))) {
        passed.push(unit);
        continue;
      }
      recorded.push(unit);
      await noted(tx, ids, found, { at, action: 'launch.recorded', after: { unit, source } });
    }
    if (recorded.length > 0) await countReceived(tx, ids, found.launch, at);
    return done({ recorded, passed });
  });
}
