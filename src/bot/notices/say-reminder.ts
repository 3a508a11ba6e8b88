import { remindedOf } from '../../app/plan-reminders.ts';
import { isOpen } from '../../core/obligation/work-state.ts';
import { reminderMessage } from '../views/reminder.ts';
import type { Said, Saying } from './notice-renderer.ts';

/** Only what still holds: open, due on the day that was spoken of, and still this person's. */
export async function sayReminder({ dependencies, notice, lines, frame }: Saying): Promise<Said> {
  const { directory, book, today } = frame;
  const { addressee } = notice;
  const dueOf = new Map(lines.map((line) => [line.obligationId, line.dueOn]));
  const stored = await dependencies.unitOfWork.read.obligations.byIds([...dueOf.keys()]);
  const obligations = stored
    .filter((one) => isOpen(one.state) && one.dueOn === dueOf.get(one.id))
    .filter((one) => book.tasks.some((task) => task.id === one.taskId && task.withdrawnOn === null))
    .filter((one) => remindedOf(one, directory, today).some((person) => person.id === addressee.id))
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  const lastStage = `after-${Math.max(...directory.settings.stages.after)}`;
  const last = new Set(lines.filter((line) => line.stage === lastStage).map((line) => line.obligationId));
  return obligations.length === 0
    ? { withheld: 'nothing_open' }
    : reminderMessage(frame, { obligations, last, late: notice.late });
}
