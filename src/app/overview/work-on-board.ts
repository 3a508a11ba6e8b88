import type { Obligation } from '../../core/obligation/obligation.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import { listObligations } from '../asking/list-obligations.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';

const BACK_DAYS = 7;
const AHEAD_DAYS = 30;

/** What a board counts: what fell due in the last week or is overdue, and what comes in the next 30 days. */
export async function workOnBoard(
  read: ReadModel,
  { today, now }: { readonly today: LocalDate; readonly now: Instant },
): Promise<Obligation[]> {
  const range = { from: addDays(today, -BACK_DAYS), to: addDays(today, AHEAD_DAYS) };
  const listed = (await listObligations(read, range, now)).filter(({ stored }) => stored);
  const known = new Set(listed.map(({ id }) => id));
  const overdue = await read.obligations.overdueOn(today);
  return [...overdue.filter(({ id }) => !known.has(id)), ...listed];
}
