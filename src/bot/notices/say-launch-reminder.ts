import { launchReminder } from '../views/launch-reminder.ts';
import { launchesMissing } from './launches-missing.ts';
import { MERGED, reminderSpeaks } from './say-reminder.ts';
import type { Said, Saying } from './saying.ts';

/** All that this person's units have not received, one message; none where the morning's reminder says it too. */
export async function sayLaunchReminder(saying: Saying): Promise<Said> {
  if (await reminderSpeaks(saying)) return { withheld: MERGED };
  const missing = await launchesMissing(saying, saying.notice);
  return missing.length === 0 ? { withheld: 'nothing_missing' } : launchReminder(saying.frame, missing);
}
