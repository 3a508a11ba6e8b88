import { isHourLine } from '../../../core/assignment/hour-stages.ts';
import { dueHourOf } from '../../../core/obligation/due-state.ts';
import { remindedOf } from '../../../core/reminder/addressees.ts';
import { isOpen } from '../../../core/work/work-state.ts';
import { assignmentReminder } from '../../views/assignment/assignment-reminder.ts';
import type { Said, Saying } from '../saying.ts';

/**
 * Only what still holds: open, due on the day that was spoken of, still this person's, who did not put it off; at the
 * hour only what is silent.
 */
export async function sayAssignmentReminder({ dependencies, notice, lines, frame }: Saying): Promise<Said> {
  const { directory, book, today, now } = frame;
  const { read } = dependencies.unitOfWork;
  const ids = lines.map((line) => line.obligationId);
  const stored = await read.obligations.byIds(ids);
  const held = (await read.holds.of(ids)).filter(({ personId }) => personId === notice.addressee.id);
  const told = lines.flatMap((line) => {
    const one = stored.find(({ id, dueOn }) => id === line.obligationId && dueOn === line.dueOn);
    const dueAt = one === undefined ? null : dueHourOf(one, directory.settings.zone);
    const hasCome = isHourLine(line.stage);
    const holds =
      one !== undefined &&
      !held.some(({ obligationId }) => obligationId === one.id) &&
      !(hasCome && dueAt !== null && now < dueAt) &&
      (hasCome ? one.state === 'not_started' : isOpen(one.state)) &&
      book.tasks.some(({ id, withdrawnOn }) => id === one.taskId && withdrawnOn === null) &&
      remindedOf(one, directory, today).some(({ id }) => id === notice.addressee.id);
    return holds ? [{ obligation: one, hasCome }] : [];
  });
  return told.length === 0 ? { withheld: 'nothing_open' } : assignmentReminder(frame, told, notice);
}
