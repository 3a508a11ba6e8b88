import type { LaunchId, UnitId } from '../../core/id.ts';
import type { Launch } from '../../core/launch/launch.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { answered, noted } from './launch-access.ts';
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
export async function acknowledgeLaunch(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  launchId: LaunchId,
): Promise<Outcome<LaunchAcknowledged>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const found = await answered(tx, request, await tx.launches.byId(launchId), at);
    if (found.kind === 'refused') return found;
    const units = [];
    for (const { unitId, acknowledgedAt, acknowledgedBy } of found.own) {
      const changed = await tx.launches.acknowledge(launchId, unitId, found.person.id, at);
      const isOwn = changed || acknowledgedBy === found.person.id;
      units.push({ unitId, at: acknowledgedAt ?? at, changed, isOwn });
      if (!changed) continue;
      await noted(tx, ids, found, { at, action: 'launch.acknowledged', after: { unit: unitId } });
    }
    if (units.some((unit) => unit.changed)) await countReceived(tx, ids, found.launch, at);
    return done({ launch: found.launch, units });
  });
}
