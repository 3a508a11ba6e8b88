import { assignmentList } from '../views/assignment-list.ts';
import { assignmentPanel } from '../views/assignment-panel.ts';
import { isSteeredBy } from './assignment-shown.ts';
import { shownBy } from './say-assignment.ts';
import type { Said, Saying } from './saying.ts';

export async function sayAssignmentPanel(saying: Saying): Promise<Said> {
  const shown = await shownBy(saying);
  if (shown === null) return { withheld: 'gone' };
  return isSteeredBy(shown, saying.chat.personId, saying.frame)
    ? assignmentPanel(saying.frame, shown)
    : { withheld: 'not_theirs' };
}

/** When its hour has come, or all have answered: who has, and who has not. */
export async function sayAssignmentList(saying: Saying): Promise<Said> {
  const shown = await shownBy(saying);
  if (shown === null) return { withheld: 'gone' };
  if (shown.task.withdrawnOn !== null) return { withheld: 'withdrawn' };
  if (!isSteeredBy(shown, saying.notice.addressee.id, saying.frame)) return { withheld: 'not_theirs' };
  const why = saying.notice.slot.endsWith(':complete') ? 'complete' : 'hour';
  return assignmentList(saying.frame, shown, why);
}
