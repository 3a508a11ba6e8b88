import { isUnread } from '../../core/launch/launch.ts';
import { launchApproval, launchApproved, launchDeclined } from '../views/launch-approval.ts';
import { launchOf } from './launch-shown.ts';
import type { Said, Saying } from './saying.ts';

/** To an approver, while nobody has decided. */
export async function sayLaunchApproval({ dependencies, notice, frame }: Saying): Promise<Said> {
  const shown = await launchOf(dependencies, notice.subject?.id ?? '');
  if (shown?.launch.state !== 'awaiting') return { withheld: 'decided' };
  return launchApproval(frame, shown.launch);
}

/** To whoever wrote it, while it has not gone out. */
export async function sayLaunchApproved({ dependencies, notice, frame }: Saying): Promise<Said> {
  const shown = await launchOf(dependencies, notice.subject?.id ?? '');
  if (shown === null || shown.launch.state !== 'sent') return { withheld: 'withdrawn' };
  return isUnread(shown.launch, frame.now) ? launchApproved(frame, shown.launch) : { withheld: 'sent' };
}

/** To whoever wrote it. */
export async function sayLaunchDeclined({ dependencies, notice, frame }: Saying): Promise<Said> {
  const shown = await launchOf(dependencies, notice.subject?.id ?? '');
  return shown === null ? { withheld: 'gone' } : launchDeclined(frame, shown.launch);
}
