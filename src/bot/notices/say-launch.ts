import { addressedIn } from '../../app/launch/launch-audience.ts';
import type { Message } from '../../app/ports/message.ts';
import { launchPost } from '../views/launch.ts';
import { type LaunchShown, launchOf } from './launch-shown.ts';
import type { Said, Saying } from './saying.ts';

export async function sayLaunch({ dependencies, notice, frame, chat }: Saying): Promise<Said> {
  const shown = await launchOf(dependencies, notice.subject?.id ?? '');
  if (shown === null) return { withheld: 'gone' };
  return shown.launch.state === 'sent' ? postFor(frame, chat.clusterId, shown) : { withheld: 'withdrawn' };
}

/** The post speaks to the units of the cluster it stands in, and counts them. */
export function postFor(
  frame: Saying['frame'],
  clusterId: Saying['chat']['clusterId'],
  { launch, receipts }: LaunchShown,
): Message {
  const units = clusterId === null ? [] : addressedIn(launch, clusterId, frame.directory, frame.today);
  return launchPost(
    frame,
    launch,
    receipts.filter((receipt) => units.includes(receipt.unitId)),
  );
}
