import type { TaskId } from '../../core/id.ts';
import { liesIn } from '../../core/obligation/due-state.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { firstOfKin } from '../../core/plan/same-duty.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addDays, type DayRange, type LocalDate } from '../../core/time/local-date.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { type ListedObligation, listObligations } from './list-obligations.ts';
import { type Asking, owedBy, type Subject } from './subject.ts';

/**
 * What a subject owes in the range (days, both included), and where today lies in it what somebody still owes from
 * before, together with those who have done it; by `dueOn`. What fell due before the plan came into this program is nobody's debt and left out.
 */
export async function workOf(
  read: ReadModel,
  subject: Subject,
  range: DayRange,
  asking: Asking,
  now: Instant,
): Promise<ListedObligation[]> {
  const { today } = asking;
  const isNow = range.from <= today && today <= range.to;
  const owed = owedBy(subject, asking);
  const late = isNow ? (await read.obligations.overdueOn(today)).filter(owed) : [];
  const turns = new Set(late.map(turnOf));
  const from = late.reduce((day, { dueOn }) => (dueOn !== null && dueOn < day ? dueOn : day), range.from);
  const listed = await listObligations(read, { from, to: range.to }, now, owed);
  return listed.filter(
    (one) => isDebt(one, today) && (liesIn(one, range.from, range.to) || turns.has(turnOf(one))),
  );
}

/** How far back a task's last deadline is still what people ask about, and how far ahead its next one. */
const BEHIND_DAYS = 60;
const AHEAD_DAYS = 400;

/** What a subject owes of one task: of each owner that deadline which is on people's minds, the last or the next. */
export async function workOfTask(
  read: ReadModel,
  subject: Subject,
  taskId: TaskId,
  asking: Asking,
  now: Instant,
): Promise<ListedObligation[]> {
  const { today, book } = asking;
  const range = { from: addDays(today, -BEHIND_DAYS), to: addDays(today, AHEAD_DAYS) };
  const owed = owedBy(subject, asking);
  const duty = firstOfKin(book, taskId);
  const first = new Map<string, ListedObligation>();
  for (const one of await listObligations(read, range, now, owed)) {
    if (firstOfKin(book, one.taskId) !== duty || !isDebt(one, today)) continue;
    if (!first.has(one.owner.id)) first.set(one.owner.id, one);
  }
  return [...first.values()];
}

const isDebt = ({ stored, dueOn }: ListedObligation, today: LocalDate): boolean =>
  stored || (dueOn !== null && dueOn >= today);

/** One turn of a task's deadline, which several owe together. */
const turnOf = ({ ruleId, taskId, periodKey }: Obligation): string => `${taskId} ${ruleId} ${periodKey}`;
