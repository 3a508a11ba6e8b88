import type { LaunchId } from '../../core/id.ts';
import type { Launch } from '../../core/launch/launch.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { toPerson } from '../notices/plan-notice.ts';
import { done, type Outcome, type Refused, refuse } from '../outcome.ts';
import { type UseCase, whoMay } from '../use-case.ts';
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
 * An approver agrees: the launch goes out, not before the instant asked for, or in a trial waits to be let go. Decided
 * once, whoever presses. Refused: ACCESS_UNKNOWN_PERSON, LAUNCH_APPROVERS_ONLY, LAUNCH_UNKNOWN, and as `hindrance`.
 */
export const approveLaunch = (
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
): Promise<Outcome<LaunchDecided>> =>
  whoDecides(dependencies, request, launchId, async (useCase, launch) => {
    const { at, today, directory } = useCase;
    const hindered = hindrance(launch, directory, today);
    if (hindered !== null) return hindered;
    const agreed = allowed(launch, directory);
    await useCase.tx.launches.save(agreed);
    await tellAllowed(useCase, agreed);
    // What goes out at once, or is shown to the secretariat, says by itself that it was agreed to.
    if (agreed.state === 'sent' && agreed.sentAt > at) await answerAuthor(useCase, agreed, 'launch_approved');
    return agreed;
  });

/**
 * An approver gives the launch back to whoever wrote it, with a word that may be empty. Decided once, whoever presses.
 * Refused: ACCESS_UNKNOWN_PERSON, LAUNCH_APPROVERS_ONLY, LAUNCH_UNKNOWN.
 */
export const declineLaunch = (
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
  because: string,
): Promise<Outcome<LaunchDecided>> =>
  whoDecides(dependencies, request, launchId, async (useCase, launch) => {
    const declined: Launch = { ...launch, state: 'declined', declinedBecause: because, nextStageOn: null };
    await useCase.tx.launches.save(declined);
    await answerAuthor(useCase, declined, 'launch_declined');
    return declined;
  });

/** A use case of an approver: `decide` is given the launch, while it waits, as it would go out now. */
const whoDecides = (
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
  decide: (useCase: UseCase, launch: Launch) => Promise<Launch | Refused>,
): Promise<Outcome<LaunchDecided>> =>
  whoMay('launch.approve', dependencies, request, async (useCase) => {
    const { tx, at, directory, note } = useCase;
    const launch = await tx.launches.byId(launchId);
    if (launch === null) return refuse('LAUNCH_UNKNOWN');
    if (launch.state !== 'awaiting') return done({ launch, changed: false });
    const sentAt = launchTime(launch, launch.sentAt < at ? at : launch.sentAt, directory.settings);
    const decided = await decide(useCase, { ...launch, sentAt });
    if ('kind' in decided) return decided;
    await note({
      action: decided.state === 'declined' ? 'launch.declined' : 'launch.approved',
      subject: launchId,
      before: { state: launch.state },
      after: { state: decided.state },
    });
    return done({ launch: decided, changed: true });
  });

async function answerAuthor(
  useCase: UseCase,
  { id, createdBy }: Launch,
  answer: 'launch_approved' | 'launch_declined',
): Promise<void> {
  for (const keeper of keepersOf(createdBy, useCase.directory, useCase.today)) {
    await tellOfLaunch(useCase, answer, id, toPerson(keeper));
  }
}
