import type { TaskId } from '../../core/id.ts';
import { isOpen } from '../../core/obligation/work-state.ts';
import { remindedOf } from '../../core/reminder/addressees.ts';
import { assignmentChange, assignmentMessage, assignmentPost } from '../views/assignment.ts';
import { type AssignmentShown, assignmentShown } from './assignment-shown.ts';
import type { Said, Saying } from './saying.ts';

export const shownBy = ({
  dependencies,
  notice,
}: Pick<Saying, 'dependencies' | 'notice'>): Promise<AssignmentShown | null> =>
  assignmentShown(dependencies.unitOfWork.read, (notice.subject?.id ?? '') as TaskId);

/** In private, to one who acts for some of those who owe it: what is still theirs. */
export async function sayAssignment(saying: Saying): Promise<Said> {
  const shown = await shownBy(saying);
  if (shown === null) return { withheld: 'gone' };
  if (shown.task.withdrawnOn !== null) return { withheld: 'withdrawn' };
  const own = ownOf(saying, shown).filter(({ state }) => isOpen(state));
  return own.length === 0
    ? { withheld: 'nothing_open' }
    : assignmentMessage(saying.frame, shown, own, saying.notice.id);
}

const ownOf = ({ notice, frame }: Saying, { obligations }: AssignmentShown) =>
  obligations.filter((one) =>
    remindedOf(one, frame.directory, frame.today).some(({ id }) => id === notice.addressee.id),
  );

export async function sayAssignmentPost(saying: Saying): Promise<Said> {
  const shown = await shownBy(saying);
  if (shown === null) return { withheld: 'gone' };
  if (shown.task.withdrawnOn !== null) return { withheld: 'withdrawn' };
  return assignmentPost(saying.frame, saying.chat.clusterId, shown);
}

/** To those who read what holds no more; groups only where their post could not be edited. */
export async function sayAssignmentChange(saying: Saying): Promise<Said> {
  const { notice, chat, capabilitiesOf, frame } = saying;
  const shown = await shownBy(saying);
  if (shown === null) return { withheld: 'gone' };
  if (notice.addressee.kind === 'chat') {
    return capabilitiesOf(chat.channel)?.edit === true
      ? { withheld: 'edited' }
      : assignmentPost(frame, chat.clusterId, shown);
  }
  const isWithdrawn = shown.task.withdrawnOn !== null;
  const own = ownOf(saying, shown).filter(({ state }) => isWithdrawn || isOpen(state));
  return own.length === 0 ? { withheld: 'nothing_open' } : assignmentChange(frame, shown, own, notice.id);
}
