import { isMissing, type Launch } from '../../core/launch/launch.ts';
import type { Instant } from '../../core/time/instant.ts';
import { LAUNCH_PANEL, LAUNCH_POST } from '../notices/living-kinds.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { completeSlot } from './broadcast-launch.ts';
import { keepersOf } from './launch-access.ts';
import { launchNotice } from './launch-notice.ts';

/** Shows the new count; with the last unit the list of receipt goes to whoever wrote the launch, or to those in their place. */
export async function countReceived(
  tx: Transaction,
  ids: IdSource,
  launch: Launch,
  at: Instant,
): Promise<void> {
  await tx.living.touch(LAUNCH_POST, launch.id);
  await tx.living.touch(LAUNCH_PANEL, launch.id);
  if ((await tx.launches.receipts(launch.id)).some(isMissing)) return;
  const directory = await tx.organisation.directory();
  for (const id of keepersOf(launch.createdBy, directory, dayAt(at, directory))) {
    const addressee = { kind: 'person', id } as const;
    const slot = completeSlot(launch);
    await tx.notices.plan(launchNotice(ids, 'launch_list', launch.id, { addressee, slot, at }));
  }
}
