import type { LaunchId } from '../../core/id.ts';
import type { Launch } from '../../core/launch/launch.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { requesterWho } from '../requester.ts';
import { dayAt } from '../today.ts';
import { allowed, tellAllowed } from './hold-launch.ts';
import { keepersOf, noted } from './launch-access.ts';
import { launchNotice } from './launch-notice.ts';
import { endsBeforeSent, launchTime } from './launch-time.ts';

export interface LaunchDecided {
  readonly launch: Launch;
  /** False where it had been decided before. */
  readonly changed: boolean;
}

/**
 * An approver agrees (`because` null), and the launch goes out, not before the instant asked for, or in a trial waits
 * to be let go; or gives it back to whoever wrote it, with a word that may be empty. Decided once, whoever presses.
 * Refused: LAUNCH_UNKNOWN, ACCESS_UNKNOWN_PERSON, LAUNCH_APPROVERS_ONLY, LAUNCH_CUT_OFF_PAST where it was agreed to.
 */
export async function approveLaunch(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  launchId: LaunchId,
  because: string | null,
): Promise<Outcome<LaunchDecided>> {
  const at = clock.now();
  const agreed = because === null;
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const today = dayAt(at, directory);
    const launch = await tx.launches.byId(launchId);
    if (launch === null) return refuse('LAUNCH_UNKNOWN');
    const requester = requesterWho('launch.approve', directory, request, at, 'LAUNCH_APPROVERS_ONLY');
    if (requester.kind === 'refused') return requester;
    if (launch.state !== 'awaiting') return done({ launch, changed: false });

    const sentAt = launchTime(launch, launch.sentAt < at ? at : launch.sentAt, directory.settings);
    const timed: Launch = { ...launch, sentAt };
    if (agreed && endsBeforeSent(timed, directory.settings)) return refuse('LAUNCH_CUT_OFF_PAST');
    const decided: Launch = agreed
      ? allowed(timed, directory)
      : { ...timed, state: 'declined', declinedBecause: because, nextStageOn: null };
    await tx.launches.save(decided);
    if (agreed) await tellAllowed(tx, ids, decided, directory, today, at);
    // What goes out at once, or is shown to the secretariat, says by itself that it was agreed to.
    const isScheduled = decided.state === 'sent' && sentAt > at;
    const answer = agreed ? 'launch_approved' : 'launch_declined';
    for (const id of agreed && !isScheduled ? [] : keepersOf(launch.createdBy, directory, today)) {
      const addressee = { kind: 'person', id } as const;
      await tx.notices.plan(launchNotice(ids, answer, launchId, { addressee, slot: launch.id, at }));
    }
    const about = { launch, by: requester.by };
    await noted(tx, ids, about, {
      at,
      action: agreed ? 'launch.approved' : 'launch.declined',
      before: { state: launch.state },
      after: { state: decided.state },
    });
    return done({ launch: decided, changed: true });
  });
}
