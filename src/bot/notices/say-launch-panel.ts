import { launchPanel } from '../views/launch-panel.ts';
import { launchOf } from './launch-shown.ts';
import type { Said, Saying } from './saying.ts';

export async function sayLaunchPanel({ dependencies, notice, frame }: Saying): Promise<Said> {
  const shown = await launchOf(dependencies, notice.subject?.id ?? '');
  return shown === null ? { withheld: 'gone' } : launchPanel(frame, shown);
}
