import type { LaunchId } from '../../core/id.ts';
import type { Launch } from '../../core/launch/launch.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
import { broadcastLaunch, firstStageOf } from './broadcast-launch.ts';
import { hindrance, launchTime } from './launch-time.ts';

export interface LaunchReleased {
  readonly launch: Launch;
  /** False where it had been let go before. */
  readonly changed: boolean;
}

/**
 * The secretariat lets a launch go that a trial kept back, once: not before its time. It is reminded of and counted
 * from when it goes. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_STAFF_ONLY, LAUNCH_UNKNOWN, LAUNCH_WITHDRAWN, and as
 * `hindrance`.
 */
export async function releaseLaunch(
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
): Promise<Outcome<LaunchReleased>> {
  return whoMay('settings.change', dependencies, request, async (useCase) => {
    const { tx, at, today, directory, note } = useCase;
    const launch = await tx.launches.byId(launchId);
    if (launch === null) return refuse('LAUNCH_UNKNOWN');
    if (launch.state === 'withdrawn') return refuse('LAUNCH_WITHDRAWN');
    if (launch.state !== 'held') return done({ launch, changed: false });
    const sentAt = launchTime(launch, launch.sentAt < at ? at : launch.sentAt, directory.settings);
    const timed: Launch = { ...launch, sentAt, state: 'sent' };
    const hindered = hindrance(timed, directory, today);
    if (hindered !== null) return hindered;

    const released = { ...timed, nextStageOn: firstStageOf(timed, directory) };
    await tx.launches.save(released);
    await broadcastLaunch(useCase, released);
    await note({
      action: 'launch.released',
      subject: launchId,
      before: { state: launch.state },
      after: { state: released.state },
    });
    return done({ launch: released, changed: true });
  });
}
