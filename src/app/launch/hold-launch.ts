import type { Launch, LaunchReceipt } from '../../core/launch/launch.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import { isTrialOn } from '../../core/organisation/trial.ts';
import { type Instant, localDateAt } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { rehearsalTo } from '../notices/rehearsed-notice.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { broadcastLaunch, firstStageOf } from './broadcast-launch.ts';
import { launchNotice } from './launch-notice.ts';

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
export async function tellAllowed(
  tx: Pick<Transaction, 'notices'>,
  ids: IdSource,
  launch: Launch,
  directory: Directory,
  today: LocalDate,
  at: Instant,
): Promise<void> {
  if (launch.state === 'sent') await broadcastLaunch(tx, ids, launch, directory, today);
  else await showHeld(tx, ids, launch, directory, today, { at, slot: launch.id });
}

/** The launch as it would be sent, to each of the secretariat. `slot` tells one showing from another. */
export async function showHeld(
  tx: Pick<Transaction, 'notices'>,
  ids: IdSource,
  { id }: Launch,
  directory: Directory,
  today: LocalDate,
  { at, slot }: { readonly at: Instant; readonly slot: string },
): Promise<void> {
  for (const personId of rehearsalTo(directory, today)) {
    const addressee = { kind: 'person', id: personId } as const;
    await tx.notices.plan(launchNotice(ids, 'launch_held', id, { addressee, slot, at }));
  }
}
