import type { LaunchId } from '../../core/id.ts';
import type { Launch, LaunchAudience, LaunchContent } from '../../core/launch/launch.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
import { approversAt, askApprovers } from './ask-approvers.ts';
import { allowed, tellAllowed } from './hold-launch.ts';
import { addressedUnits } from './launch-audience.ts';
import { hindrance, launchTime } from './launch-time.ts';

export interface LaunchOrder extends LaunchContent, LaunchAudience {
  /**
   * When it is to go out; null for at once. An instant that has passed is at once; outside office hours it is their
   * next beginning, unless the launch is urgent.
   */
  readonly sendAt: Instant | null;
  /**
   * `written`: there is a written approval, or the sender is an approver; it goes out. `asked`: the approvers are
   * asked in private, and it goes out when one of them agrees.
   */
  readonly approval: 'written' | 'asked';
  /** The launch that was given back or withdrawn and is written anew. */
  readonly rewrites?: LaunchId | null;
}

/**
 * Launches a movement: the launch with a receipt for each addressed unit, and what it says to their groups (in a trial
 * to the secretariat) or the question to the approvers, in one transaction. Refused: ACCESS_UNKNOWN_PERSON,
 * ACCESS_STAFF_ONLY, LAUNCH_NO_APPROVER, and as `hindrance`.
 */
export async function sendLaunch(
  dependencies: Dependencies,
  request: Request,
  { sendAt, approval, rewrites = null, ...content }: LaunchOrder,
): Promise<Outcome<Launch>> {
  return whoMay('launch.compose', dependencies, request, async (useCase) => {
    const { tx, at, ids, today, directory, person, note } = useCase;
    const earlier = await tx.launches.byEffectKey(request.effectKey);
    if (earlier !== null) return done(earlier);
    const approvers = approversAt(directory, today);
    if (approval === 'asked' && approvers.length === 0) return refuse('LAUNCH_NO_APPROVER');

    const written: Launch = {
      ...content,
      id: ids.next<'launch'>(),
      createdBy: person.id,
      sentAt: launchTime(content, sendAt === null || sendAt < at ? at : sendAt, directory.settings),
      state: 'awaiting',
      declinedBecause: '',
      rewrittenAs: null,
      reviews: [],
      changedAt: null,
      nextStageOn: null,
      revision: 0,
    };
    const hindered = hindrance(written, directory, today);
    if (hindered !== null) return hindered;
    const launch = approval === 'written' ? allowed(written, directory) : written;
    const units = addressedUnits(launch, directory, today);
    await tx.launches.add(launch, units, request.effectKey);
    const given = rewrites === null ? null : await tx.launches.byId(rewrites);
    if (given !== null) await tx.launches.save({ ...given, rewrittenAs: launch.id });
    if (approval === 'written') await tellAllowed(useCase, launch);
    else await askApprovers(useCase, launch, approvers);
    await note({
      action: approval === 'written' ? 'launch.sent' : 'launch.submitted',
      subject: launch.id,
      after: { clusters: launch.clusterIds, units: units.length },
    });
    return done(launch);
  });
}
