import type { LaunchId, UnitId } from '../../core/id.ts';
import type { Launch } from '../../core/launch/launch.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { whoAnswers } from './launch-access.ts';
import { countReceived } from './launch-received.ts';

export interface LaunchAcknowledged {
  readonly launch: Launch;
  readonly units: readonly {
    readonly unitId: UnitId;
    readonly at: Instant;
    readonly changed: boolean;
    /** By whoever presses, now or before. */
    readonly isOwn: boolean;
  }[];
}

/**
 * The presser's units have received the launch. A unit acknowledges once, whoever of it presses; a second press
 * finds the first. With the last unit the list of receipt goes to whoever wrote the launch. Refused: LAUNCH_UNKNOWN,
 * LAUNCH_WITHDRAWN, ACCESS_UNKNOWN_PERSON, LAUNCH_NOT_ADDRESSED.
 */
export const acknowledgeLaunch = (
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
): Promise<Outcome<LaunchAcknowledged>> =>
  whoAnswers(launchId, dependencies, request, async (useCase) => {
    const { tx, at, launch, own, person, note } = useCase;
    const units = [];
    for (const { unitId, acknowledgedAt, acknowledgedBy } of own) {
      const changed = await tx.launches.acknowledge(launchId, unitId, person.id, at);
      const isOwn = changed || acknowledgedBy === person.id;
      units.push({ unitId, at: acknowledgedAt ?? at, changed, isOwn });
      if (changed) await note({ action: 'launch.acknowledged', subject: launchId, after: { unit: unitId } });
    }
    if (units.some((unit) => unit.changed)) await countReceived(useCase);
    return done({ launch, units });
  });
