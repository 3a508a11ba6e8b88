import type { Subject } from '../../../app/asking/subject.ts';
import { workOf } from '../../../app/asking/work-of.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import { addDays, type LocalDate } from '../../../core/time/local-date.ts';
import { isOpen } from '../../../core/work/work-state.ts';
import type { Turn } from '../../turn.ts';
import { nextLine } from '../../views/ask/due.ts';
import { paragraph } from '../../views/message.ts';
import { askingOf } from './asking-of.ts';

/** How far an empty answer looks for what comes next. */
const NEXT_DAYS = 400;

/** The next open work of a subject from a day on, as one paragraph; none where nothing comes. */
export async function nextDue(
  { unitOfWork }: Dependencies,
  turn: Turn,
  subject: Subject,
  from: LocalDate,
): Promise<ReturnType<typeof paragraph>[]> {
  const { frame } = turn;
  const ahead = { from, to: addDays(from, NEXT_DAYS) };
  const work = await workOf(unitOfWork.read, subject, ahead, askingOf(turn), frame.now);
  const next = work.find(({ state }) => isOpen(state));
  return next === undefined ? [] : [paragraph(nextLine(frame, next))];
}
