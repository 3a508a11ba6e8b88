import { heldLaunch } from '../views/launch-held.ts';
import { launchOf } from './launch-shown.ts';
import type { Said, Saying } from './saying.ts';

/** What a trial keeps back, as the first of its groups would read it, until it is let go or withdrawn. */
export async function sayLaunchHeld({ dependencies, notice, frame }: Saying): Promise<Said> {
  const shown = await launchOf(dependencies, notice.subject?.id ?? '');
  return shown?.launch.state === 'held' ? heldLaunch(frame, shown) : { withheld: 'decided' };
}
