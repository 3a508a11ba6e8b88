import type { LaunchId } from '../../core/id.ts';
import type { Launch } from '../../core/launch/launch.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { toPerson } from '../notices/plan-notice.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
import { allowed, tellAllowed } from './hold-launch.ts';
import { keepersOf } from './launch-access.ts';
import { hindrance, launchTime } from './launch-time.ts';
import { tellOfLaunch } from './tell-of-launch.ts';

export interface LaunchDecided {
  readonly launch: Launch;
  /** False where it had been decided before. */
  readonly changed: boolean;
}

/**
 * An approver agrees (`because` null), and the launch goes out, not before the instant asked for, or in a trial waits
 * to be let go; or gives it back to whoever wrote it, with a word that may be empty. Decided once, whoever presses.
 * Refused: ACCESS_UNKNOWN_PERSON, LAUNCH_APPROVERS_ONLY, LAUNCH_UNKNOWN, and as `hindrance` where it was agreed to.
 */
export async function approveLaunch(
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
  because: string | null,
): Promise<Outcome<LaunchDecided>> {
  const agreed = because === null;
  return whoMay('launch.approve', dependencies, request, async (useCase) => {
    const { tx, at, today, directory, note } = useCase;
    const launch = await tx.launches.byId(launchId);
    if (launch === null) return refuse('LAUNCH_UNKNOWN');
    if (launch.state !== 'awaiting') return done({ launch, changed: false });

    const sentAt = launchTime(launch, launch.sentAt < at ? at : launch.sentAt, directory.settings);
    const timed: Launch = { ...launch, sentAt };
    const hindered = agreed ? hindrance(timed, directory, today) : null;
    if (hindered !== null) return hindered;
    const decided: Launch = agreed
      ? allowed(timed, directory)
      : { ...timed, state: 'declined', declinedBecause: because, nextStageOn: null };
    await tx.launches.save(decided);
    if (agreed) await tellAllowed(useCase, decided);
    // What goes out at once, or is shown to the secretariat, says by itself that it was agreed to.
    const isScheduled = decided.state === 'sent' && sentAt > at;
    const answer = agreed ? 'launch_approved' : 'launch_declined';
    for (const id of agreed && !isScheduled ? [] : keepersOf(launch.createdBy, directory, today)) {
      await tellOfLaunch(useCase, answer, launchId, toPerson(id));
    }
    await note({
      action: agreed ? 'launch.approved' : 'launch.declined',
      subject: launchId,
      before: { state: launch.state },
      after: { state: decided.state },
    });
    return done({ launch: decided, changed: true });
  });
}
