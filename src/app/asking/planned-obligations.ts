import type { ObligationId } from '../../core/id.ts';
import { liesIn } from '../../core/obligation/due-state.ts';
import type { WantedObligation } from '../../core/obligation/obligation.ts';
import { obligationId } from '../../core/obligation/obligation-id.ts';
import { wantedObligations } from '../../core/obligation/wanted-obligations.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import type { PlanBook } from '../../core/plan/plan-book.ts';
import { addDays, type DayRange } from '../../core/time/local-date.ts';

export type PlannedObligation = readonly [ObligationId, WantedObligation];

/** People ask about the same few months, one after the other. */
const RANGES_KEPT = 16;

interface Kept {
  readonly directory: Directory;
  readonly byRange: Map<string, readonly PlannedObligation[]>;
}

/** Directory and book are values, new ones after each change: what was computed of them holds as long as they do. */
const keptOf = new WeakMap<PlanBook, Kept>();

/** What plan and organisation demand in the range (days, both included), with the id that each has once stored. */
export function plannedObligations(
  book: PlanBook,
  directory: Directory,
  { from, to }: DayRange,
): readonly PlannedObligation[] {
  const { byRange } = keptFor(book, directory);
  const range = `${from} ${to}`;
  const known = byRange.get(range);
  if (known !== undefined) return known;
  // A day early, a day late: the range is one of due days, the window one of named days.
  const window = { from: addDays(from, -1), to: addDays(to, 1) };
  const planned = wantedObligations(book, directory, calendarsOf(directory.settings), window)
    .filter((wanted) => liesIn(wanted, from, to))
    .map((wanted) => [obligationId(wanted), wanted] as const);
  if (byRange.size >= RANGES_KEPT) byRange.clear();
  byRange.set(range, planned);
  return planned;
}

function keptFor(book: PlanBook, directory: Directory): Kept {
  const kept = keptOf.get(book);
  if (kept?.directory === directory) return kept;
  const anew = { directory, byRange: new Map() };
  keptOf.set(book, anew);
  return anew;
}
