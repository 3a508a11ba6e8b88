import { postFor } from '../views/launch.ts';
import { launchPostOf } from './launch-shown.ts';
import type { Said, Saying } from './saying.ts';

export async function sayLaunch({ dependencies, notice, frame, chat }: Saying): Promise<Said> {
  const shown = await launchPostOf(dependencies, notice.subject?.id ?? '');
  if (shown === null) return { withheld: 'gone' };
  return shown.launch.state === 'sent' ? postFor(frame, chat.clusterId, shown) : { withheld: 'withdrawn' };
}
