import { isMissing, type Launch } from '../../core/launch/launch.ts';
import { LAUNCH_PANEL, LAUNCH_POST } from '../notices/living-kinds.ts';
import { toPerson } from '../notices/plan-notice.ts';
import type { UseCase } from '../use-case.ts';
import { completeSlot } from './broadcast-launch.ts';
import { keepersOf } from './launch-access.ts';
import { tellOfLaunch } from './tell-of-launch.ts';

/** Shows the new count; with the last unit the list of receipt goes to whoever wrote the launch, or to those in their place. */
export async function countReceived(useCase: UseCase & { readonly launch: Launch }): Promise<void> {
  const { tx, directory, today, launch } = useCase;
  await tx.living.touch(LAUNCH_POST, launch.id);
  await tx.living.touch(LAUNCH_PANEL, launch.id);
  if ((await tx.launches.receipts(launch.id)).some(isMissing)) return;
  for (const id of keepersOf(launch.createdBy, directory, today)) {
    await tellOfLaunch(useCase, 'launch_list', launch.id, toPerson(id), completeSlot(launch));
  }
}
