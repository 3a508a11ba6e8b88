import type { Line } from '../../app/ports/notice-repository.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { ownerName } from '../../core/obligation/owner-name.ts';
import { hearersOf } from '../../core/reminder/addressees.ts';
import { ladderOf } from '../../core/reminder/ladder-of.ts';
import { lastWord } from '../../core/reminder/stages.ts';
import { isStillAsked, lineDay } from '../../core/reminder/standing.ts';
import { isOpen } from '../../core/work/work-state.ts';
import { escalationMessage } from '../views/notice/escalation.ts';
import { reminderMessage } from '../views/notice/reminder.ts';
import type { Said, Saying } from './saying.ts';

export async function sayReminder(saying: Saying): Promise<Said> {
  const { notice, frame } = saying;
  const told = await stillTold(saying);
  const ladders = { settings: frame.directory.settings, book: frame.book };
  const last = told.filter(({ one, line }) => line.stage === lastWord(ladderOf(one, ladders)));
  return told.length === 0
    ? { withheld: 'nothing_open' }
    : reminderMessage(frame, {
        notice: notice.id,
        obligations: told.map(({ one }) => one),
        last: new Set(last.map(({ one }) => one.id)),
        late: notice.late,
      });
}

export async function sayEscalation(saying: Saying): Promise<Said> {
  const { notice, frame } = saying;
  const told = await stillTold(saying);
  return told.length === 0
    ? { withheld: 'nothing_open' }
    : escalationMessage(frame, {
        notice: notice.id,
        obligations: told.map(({ one }) => one),
        late: notice.late,
      });
}

interface Told {
  readonly one: Obligation;
  readonly line: Line;
}

/**
 * Only what still holds: open, due on the day that was spoken of, not muted, and still this person's. By day, then as
 * in the plan, then by owner.
 */
async function stillTold({ dependencies, notice, lines, frame }: Saying): Promise<Told[]> {
  const { directory, book, today } = frame;
  const { addressee } = notice;
  const { read } = dependencies.unitOfWork;
  const ids = lines.map((line) => line.obligationId);
  const stored = await read.obligations.byIds(ids);
  const muted = (await read.holds.of(ids)).filter(
    (hold) => hold.until === null && hold.personId === addressee.id,
  );
  const placeOf = ({ taskId }: Obligation) => book.tasks.findIndex(({ id }) => id === taskId);
  return lines
    .flatMap((line) => {
      const one = stored.find(
        (known) => known.id === line.obligationId && lineDay(known, today) === line.dueOn,
      );
      return one === undefined ? [] : [{ one, line }];
    })
    .filter(({ one, line }) => isStillAsked(one, line.stage, today, directory.settings.zone))
    .filter(({ one }) => isOpen(one.state) && !muted.some((hold) => hold.obligationId === one.id))
    .filter(({ one }) => book.tasks.some((task) => task.id === one.taskId && task.withdrawnOn === null))
    .filter(({ one, line }) =>
      hearersOf(one, line.stage, directory, book, today).some((person) => person.id === addressee.id),
    )
    .sort(
      (a, b) =>
        a.line.dueOn.localeCompare(b.line.dueOn) ||
        placeOf(a.one) - placeOf(b.one) ||
        ownerName(directory, a.one.owner).localeCompare(ownerName(directory, b.one.owner), 'vi'),
    );
}
