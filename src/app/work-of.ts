import type { TaskId } from '../core/id.ts';
import type { Instant } from '../core/time/instant.ts';
import { addDays, type LocalDate } from '../core/time/local-date.ts';
import type { DayRange } from './due-in-range.ts';
import { type ListedObligation, listObligations } from './list-obligations.ts';
import type { ReadModel } from './ports/unit-of-work.ts';
import { type Asking, owedBy, type Subject } from './subject.ts';

/**
 * What a subject owes in the range (days, both included), and where today lies in it what is overdue from before;
 * by `dueOn`. What fell due before the plan came into this program is nobody's debt and left out.
 */
export async function workOf(
  read: ReadModel,
  subject: Subject,
  range: DayRange,
  asking: Asking,
  now: Instant,
): Promise<ListedObligation[]> {
  const { today } = asking;
  const listed = await listObligations(read, range, now);
  const known = new Set(listed.map(({ id }) => id));
  const isNow = range.from <= today && today <= range.to;
  const late = isNow ? await read.obligations.overdueOn(today) : [];
  const owed = owedBy(subject, asking);
  return [...late.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, stored: true })), ...listed]
    .filter((one) => owed(one) && isDebt(one, today))
    .sort((a, b) => compare(a.dueOn ?? '', b.dueOn ?? ''));
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
  const { today } = asking;
  const range = { from: addDays(today, -BEHIND_DAYS), to: addDays(today, AHEAD_DAYS) };
  const owed = owedBy(subject, asking);
  const first = new Map<string, ListedObligation>();
  for (const one of await listObligations(read, range, now)) {
    if (one.taskId !== taskId || !owed(one) || !isDebt(one, today)) continue;
    if (!first.has(one.owner.id)) first.set(one.owner.id, one);
  }
  return [...first.values()];
}

const isDebt = ({ stored, dueOn }: ListedObligation, today: LocalDate): boolean =>
  stored || (dueOn !== null && dueOn >= today);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
