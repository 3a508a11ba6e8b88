import type { LaunchId } from '../../core/id.ts';
import {
  contentOf,
  isUnread,
  type Launch,
  type LaunchAudience,
  type LaunchContent,
  type LaunchState,
  mayBeRevised,
} from '../../core/launch/launch.ts';
import { launchStages, nextLaunchStage } from '../../core/launch/launch-stages.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addDays } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { LAUNCH_PANEL, LAUNCH_POST } from '../notices/living-kinds.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { moveObligations } from '../plan/move-obligations.ts';
import { type Notice, READ_OR_MAY_BE } from '../ports/notice-repository.ts';
import { firstStageOf, planCutOffList, rebroadcastLaunch } from './broadcast-launch.ts';
import { showHeld } from './hold-launch.ts';
import { type Steering, whoSteers } from './launch-access.ts';
import { addressedGroups, addressedUnits } from './launch-audience.ts';
import { endsBeforeSent, launchTime } from './launch-time.ts';
import { tellOfLaunch } from './tell-of-launch.ts';

/** What a launch is to say, and while nobody has read it to whom and when too. */
export interface LaunchRevision extends LaunchContent, LaunchAudience {
  /** Null for at once. */
  readonly sendAt: Instant | null;
}

/**
 * What the launch says from now on. What was sent is edited where the channel can; groups that read the wrong text
 * and whose channel cannot edit are told. Whoever acknowledged has acknowledged. One that nobody has read goes with
 * other files, to others and at another time too; one that a trial keeps back is shown to the secretariat anew. Refused
 * as `whoSteers`; LAUNCH_UNCHANGED; unread also LAUNCH_NO_GROUPS, and
 * LAUNCH_CUT_OFF_PAST where it would pass before the launch goes out.
 */
export const correctLaunch = (
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
  revision: LaunchRevision,
): Promise<Outcome<Launch>> =>
  whoSteers(
    launchId,
    dependencies,
    request,
    async (steering) => {
      const { launch, at, note } = steering;
      const revised = await (isUnread(launch, at) ? reviseUnread : correctRead)(steering, revision);
      if (revised.kind === 'refused') return revised;
      const spoken = ({ title, body, clusterIds }: Launch) => ({ title, body, clusters: clusterIds });
      await note({
        action: 'launch.corrected',
        subject: launchId,
        before: spoken(launch),
        after: spoken(revised.value),
      });
      return revised;
    },
    mayBeRevised,
  );

async function reviseUnread(steering: Steering, revision: LaunchRevision): Promise<Outcome<Launch>> {
  const { tx, at, launch, directory, today, effectKey } = steering;
  const { settings } = directory;
  const { clusterIds, unitIds, sendAt } = revision;
  const sentAt = launchTime(revision, sendAt === null || sendAt < at ? at : sendAt, settings);
  const timed: Launch = { ...launch, ...contentOf(revision), clusterIds, unitIds, sentAt };
  if (addressedGroups(timed, directory, today).length === 0) return refuse('LAUNCH_NO_GROUPS');
  const isScheduled = launch.state === 'sent';
  if (isScheduled && endsBeforeSent(timed, settings)) return refuse('LAUNCH_CUT_OFF_PAST');
  const revised = { ...timed, nextStageOn: isScheduled ? firstStageOf(timed, directory) : null };
  await tx.launches.save(revised);
  await tx.launches.readdress(launch.id, addressedUnits(revised, directory, today));
  if (isScheduled) await rebroadcastLaunch(steering, revised);
  else await showHeld(steering, revised, `${launch.id}:${effectKey}`);
  return done(revised);
}

/** To whom, when and with which files it went cannot be undone. */
async function correctRead(steering: Steering, revision: LaunchRevision): Promise<Outcome<Launch>> {
  const { tx, at, launch, directory, today } = steering;
  const { files, urgent } = launch;
  const content = { ...contentOf(revision), files, urgent };
  if (JSON.stringify(content) === JSON.stringify(contentOf(launch))) return refuse('LAUNCH_UNCHANGED');
  const changed: Launch = { ...launch, ...content, changedAt: at };
  const stages = launchStages(changed, directory.settings, calendarsOf(directory.settings).work);
  const { nextStageOn } = launch;
  // A stage of today that has spoken does not speak again.
  const from = nextStageOn !== null && nextStageOn <= today ? nextStageOn : addDays(today, 1);
  const corrected = { ...changed, nextStageOn: nextLaunchStage(stages, addDays(from, -1)) };
  await tx.launches.save(corrected);
  await planCutOffList(steering, corrected);
  await tellGroups(steering);
  return done(corrected);
}

const TAKEN_BACK: readonly LaunchState[] = ['awaiting', 'withdrawn'];

export interface LaunchWithdrawn {
  readonly launch: Launch;
  /** False where no group has read it, nor may have. */
  readonly wasRead: boolean;
}

/**
 * The launch no longer holds: its posts say so and take no more acknowledgements, and its reviews are owed no more.
 * One that waits for an approver is taken back. Withdrawn again, it is as it was. Refused as `whoSteers`.
 */
export const withdrawLaunch = (
  dependencies: Dependencies,
  request: Request,
  launchId: LaunchId,
): Promise<Outcome<LaunchWithdrawn>> =>
  whoSteers(
    launchId,
    dependencies,
    request,
    async (steering) => {
      const { tx, at, launch, note } = steering;
      const wasRead = (await postsRead(steering)).length > 0;
      if (launch.state === 'withdrawn') return done({ launch, wasRead });
      const withdrawn: Launch = { ...launch, state: 'withdrawn', changedAt: at, nextStageOn: null };
      await tx.launches.save(withdrawn);
      await tellGroups(steering);
      await withdrawReviews(steering);
      await note({ action: 'launch.withdrawn', subject: launchId, after: { state: 'withdrawn' } });
      return done({ launch: withdrawn, wasRead });
    },
    (launch) => mayBeRevised(launch) || TAKEN_BACK.includes(launch.state),
  );

async function withdrawReviews({ tx, ids, at, today, launch: { reviews } }: Steering): Promise<void> {
  const before = await tx.plans.book();
  const owed = before.tasks.filter(({ id, withdrawnOn }) => reviews.includes(id) && withdrawnOn === null);
  if (owed.length === 0) return;
  for (const task of owed) await tx.plans.saveTask({ ...task, withdrawnOn: today });
  await moveObligations(tx, ids, at, before, await tx.plans.book());
}

const postsRead = async ({ tx, launch }: Steering): Promise<Notice[]> =>
  (await tx.notices.aboutLaunch(launch.id)).filter(
    ({ kind, state }) => kind === 'launch' && READ_OR_MAY_BE.includes(state),
  );

/** Those that read what holds no more. */
async function tellGroups(steering: Steering): Promise<void> {
  const { tx, launch, effectKey } = steering;
  const { id } = launch;
  await tx.living.touch(LAUNCH_POST, id);
  await tx.living.touch(LAUNCH_PANEL, id);
  for (const { addressee } of await postsRead(steering)) {
    await tellOfLaunch(steering, 'launch_correction', id, addressee, `${id}:${effectKey}`);
  }
}
