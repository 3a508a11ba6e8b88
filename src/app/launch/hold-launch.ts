import type { Launch, LaunchReceipt } from '../../core/launch/launch.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import { isTrialOn } from '../../core/organisation/trial.ts';
import { localDateAt } from '../../core/time/instant.ts';
import { toPerson } from '../notices/plan-notice.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { rehearsalTo } from '../trial/rehearsed-notice.ts';
import type { UseCase } from '../use-case.ts';
import { broadcastLaunch, firstStageOf } from './broadcast-launch.ts';
import { tellOfLaunch } from './tell-of-launch.ts';

export interface HeldLaunch {
  readonly launch: Launch;
  readonly receipts: readonly LaunchReceipt[];
}

/** All that a trial keeps back, oldest first. */
export async function heldLaunches({ launches }: Pick<ReadModel, 'launches'>): Promise<HeldLaunch[]> {
  const held = await launches.inState('held');
  return Promise.all(held.map(async (launch) => ({ launch, receipts: await launches.receipts(launch.id) })));
}

/** The launch once its word is given: it goes out at its time, or is kept back where a trial runs by then. */
export function allowed(launch: Launch, directory: Directory): Launch {
  const { trial, zone } = directory.settings;
  return isTrialOn(trial, localDateAt(launch.sentAt, zone))
    ? { ...launch, state: 'held', nextStageOn: null }
    : { ...launch, state: 'sent', nextStageOn: firstStageOf(launch, directory) };
}

/** Plans what an allowed launch says: to its groups, or while it is kept back to the secretariat alone. */
export const tellAllowed = (useCase: UseCase, launch: Launch): Promise<void> =>
  launch.state === 'sent' ? broadcastLaunch(useCase, launch) : showHeld(useCase, launch);

/** The launch as it would be sent, to each of the secretariat. `slot` tells one showing from another. */
export async function showHeld(useCase: UseCase, { id }: Launch, slot: string = id): Promise<void> {
  for (const personId of rehearsalTo(useCase.directory, useCase.today)) {
    await tellOfLaunch(useCase, 'launch_held', id, toPerson(personId), slot);
  }
}
