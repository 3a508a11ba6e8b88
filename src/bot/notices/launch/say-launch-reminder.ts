import { launchReminder } from '../../views/launch/launch-reminder.ts';
import type { Said, Saying } from '../saying.ts';
import { launchesMissing } from './launches-missing.ts';

/** All that this person's units have not received, one message. */
export async function sayLaunchReminder(saying: Saying): Promise<Said> {
  const missing = await launchesMissing(saying, saying.notice);
  return missing.length === 0 ? { withheld: 'nothing_missing' } : launchReminder(saying.frame, missing);
}
