import { isHourLine } from '../../core/assignment/hour-stages.ts';
import { isOpen } from '../../core/obligation/work-state.ts';
import { remindedOf } from '../../core/reminder/addressees.ts';
import { assignmentReminder } from '../views/assignment-reminder.ts';
import type { Said, Saying } from './saying.ts';

/** Only what still holds: open, due on the day that was spoken of, still this person's; at the hour only what is silent. */
export async function sayAssignmentReminder({ dependencies, notice, lines, frame }: Saying): Promise<Said> {
  const { directory, book, today } = frame;
  const stored = await dependencies.unitOfWork.read.obligations.byIds(lines.map((line) => line.obligationId));
  const told = lines.flatMap((line) => {
    const one = stored.find(({ id, dueOn }) => id === line.obligationId && dueOn === line.dueOn);
    const holds =
      one !== undefined &&
      (isHourLine(line.stage) ? one.state === 'not_started' : isOpen(one.state)) &&
      book.tasks.some(({ id, withdrawnOn }) => id === one.taskId && withdrawnOn === null) &&
      remindedOf(one, directory, today).some(({ id }) => id === notice.addressee.id);
    return holds ? [{ obligation: one, hasCome: isHourLine(line.stage) }] : [];
  });
  return told.length === 0 ? { withheld: 'nothing_open' } : assignmentReminder(frame, told, notice);
}
