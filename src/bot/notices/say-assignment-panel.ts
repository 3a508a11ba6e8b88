import { assignmentList } from '../views/assignment-list.ts';
import { assignmentPanel } from '../views/assignment-panel.ts';
import type { Said, Saying } from './notice-renderer.ts';
import { shownBy } from './say-assignment.ts';

export async function sayAssignmentPanel(saying: Saying): Promise<Said> {
  const shown = await shownBy(saying);
  return shown === null ? { withheld: 'gone' } : assignmentPanel(saying.frame, shown);
}

/** When its hour has come, or all have answered: who has, and who has not. */
export async function sayAssignmentList(saying: Saying): Promise<Said> {
  const shown = await shownBy(saying);
  if (shown === null) return { withheld: 'gone' };
  if (shown.task.withdrawnOn !== null) return { withheld: 'withdrawn' };
  const why = saying.notice.slot.endsWith(':complete') ? 'complete' : 'hour';
  return assignmentList(saying.frame, shown, why);
}
