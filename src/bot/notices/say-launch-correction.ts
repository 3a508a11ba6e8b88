import { launchCorrection } from '../views/launch.ts';
import { launchOf } from './launch-shown.ts';
import type { Said, Saying } from './saying.ts';

/** To a group that read the wrong text, where that text could not be edited. */
export async function sayLaunchCorrection({
  dependencies,
  notice,
  frame,
  chat,
  capabilitiesOf,
}: Saying): Promise<Said> {
  const shown = await launchOf(dependencies, notice.subject?.id ?? '');
  if (shown === null) return { withheld: 'gone' };
  if (capabilitiesOf(chat.channel)?.edit === true) return { withheld: 'edited' };
  return launchCorrection(frame, shown.launch);
}
