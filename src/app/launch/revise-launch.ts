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
import type { IdSource } from '../ports/id-source.ts';
import { type Notice, READ_OR_MAY_BE } from '../ports/notice-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import { firstStageOf, planCutOffList, rebroadcastLaunch } from './broadcast-launch.ts';
import { showHeld } from './hold-launch.ts';
import { noted, type Steered, steered } from './launch-access.ts';
import { addressedGroups, addressedUnits } from './launch-audience.ts';
import { launchNotice } from './launch-notice.ts';
import { endsBeforeSent, launchTime } from './launch-time.ts';

/** What a launch is to say, and while nobody has read it to whom and when too. */
export interface LaunchRevision extends LaunchContent, LaunchAudience {
  /** Null for at once. */
  readonly sendAt: Instant | null;
}

/**
 * What the launch says from now on. What was sent is edited where the channel can; groups that read the wrong text
 * and whose channel cannot edit are told. Whoever acknowledged has acknowledged. One that nobody has read goes with
 * other files, to others and at another time too; one that a trial keeps back is shown to the secretariat anew. Refused
 * as `steered`; LAUNCH_UNCHANGED; unread also LAUNCH_NO_GROUPS, and
 * LAUNCH_CUT_OFF_PAST where it would pass before the launch goes out.
 */
export async function correctLaunch(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  launchId: LaunchId,
  revision: LaunchRevision,
): Promise<Outcome<Launch>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const found = await steered(tx, request, launchId, at, mayBeRevised);
    if (found.kind === 'refused') return found;
    const { launch } = found;
    const revise = isUnread(launch, at) ? reviseUnread : correctRead;
    const revised = await revise(tx, ids, request, found, revision, at);
    if (revised.kind === 'refused') return revised;
    await noted(tx, ids, found, {
      at,
      action: 'launch.corrected',
      before: { title: launch.title, body: launch.body, clusters: launch.clusterIds },
      after: {
        title: revised.value.title,
        body: revised.value.body,
        clusters: revised.value.clusterIds,
      },
    });
    return revised;
  });
}

type Revise = (
  tx: Transaction,
  ids: IdSource,
  request: Request,
  found: Steered,
  revision: LaunchRevision,
  at: Instant,
) => Promise<Outcome<Launch>>;

const reviseUnread: Revise = async (tx, ids, request, found, revision, at) => {
  const { launch, directory, today } = found;
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
  if (isScheduled) await rebroadcastLaunch(tx, ids, revised, directory, today);
  else {
    const slot = `${launch.id}:${request.effectKey}`;
    await showHeld(tx, ids, revised, directory, today, { at, slot });
  }
  return done(revised);
};

/** To whom, when and with which files it went cannot be undone. */
const correctRead: Revise = async (tx, ids, request, { launch, directory, today }, revision, at) => {
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
  await planCutOffList(tx, ids, corrected, directory);
  await tellGroups(tx, ids, request, corrected, at);
  return done(corrected);
};

const TAKEN_BACK: readonly LaunchState[] = ['awaiting', 'withdrawn'];

export interface LaunchWithdrawn {
  readonly launch: Launch;
  /** False where no group has read it, nor may have. */
  readonly wasRead: boolean;
}

/**
 * The launch no longer holds: its posts say so and take no more acknowledgements, and its reviews are owed no more.
 * One that waits for an approver is taken back. Withdrawn again, it is as it was. Refused as `steered`.
 */
export async function withdrawLaunch(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  launchId: LaunchId,
): Promise<Outcome<LaunchWithdrawn>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const mayBeWithdrawn = (launch: Launch) => mayBeRevised(launch) || TAKEN_BACK.includes(launch.state);
    const found = await steered(tx, request, launchId, at, mayBeWithdrawn);
    if (found.kind === 'refused') return found;
    const wasRead = (await postsRead(tx, launchId)).length > 0;
    if (found.launch.state === 'withdrawn') return done({ launch: found.launch, wasRead });
    const withdrawn: Launch = { ...found.launch, state: 'withdrawn', changedAt: at, nextStageOn: null };
    await tx.launches.save(withdrawn);
    await tellGroups(tx, ids, request, withdrawn, at);
    await withdrawReviews(tx, ids, found, at);
    await noted(tx, ids, found, { at, action: 'launch.withdrawn', after: { state: 'withdrawn' } });
    return done({ launch: withdrawn, wasRead });
  });
}

async function withdrawReviews(
  tx: Transaction,
  ids: IdSource,
  { launch: { reviews }, today }: Steered,
  at: Instant,
): Promise<void> {
  const before = await tx.plans.book();
  const owed = before.tasks.filter(({ id, withdrawnOn }) => reviews.includes(id) && withdrawnOn === null);
  if (owed.length === 0) return;
  for (const task of owed) await tx.plans.saveTask({ ...task, withdrawnOn: today });
  await moveObligations(tx, ids, at, before, await tx.plans.book());
}

const postsRead = async ({ notices }: Pick<Transaction, 'notices'>, id: LaunchId): Promise<Notice[]> =>
  (await notices.aboutLaunch(id)).filter(
    ({ kind, state }) => kind === 'launch' && READ_OR_MAY_BE.includes(state),
  );

async function tellGroups(
  tx: Pick<Transaction, 'living' | 'notices'>,
  ids: IdSource,
  request: Request,
  { id }: Launch,
  at: Instant,
): Promise<void> {
  await tx.living.touch(LAUNCH_POST, id);
  await tx.living.touch(LAUNCH_PANEL, id);
  const slot = `${id}:${request.effectKey}`;
  for (const { addressee } of await postsRead(tx, id)) {
    await tx.notices.plan(launchNotice(ids, 'launch_correction', id, { addressee, slot, at }));
  }
}
