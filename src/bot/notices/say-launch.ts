import { membersOf } from '../../core/organisation/directory.ts';
import { launchPost } from '../views/launch.ts';
import type { LaunchShown } from './launch-shown.ts';
import { launchOf } from './launch-shown.ts';
import type { Said, Saying } from './notice-renderer.ts';

export async function sayLaunch({ dependencies, notice, frame, chat }: Saying): Promise<Said> {
  const shown = await launchOf(dependencies, notice.subject?.id ?? '');
  return shown === null ? { withheld: 'gone' } : postFor(frame, chat.clusterId, shown);
}

/** The post counts the units of the cluster it stands in. */
export function postFor(
  frame: Saying['frame'],
  clusterId: Saying['chat']['clusterId'],
  { launch, receipts }: LaunchShown,
) {
  const members =
    clusterId === null ? [] : membersOf(frame.directory, clusterId, frame.today).map((unit) => unit.id);
  return launchPost(
    frame,
    launch,
    receipts.filter((receipt) => members.includes(receipt.unitId)),
  );
}
