import { schoolYearKey, schoolYearOf } from '../calendar/school-calendar.ts';
import type { ObligationId, TaskId } from '../id.ts';
import { type LocalDate, yearOf } from '../time/local-date.ts';
import type { WantedObligation } from './obligation.ts';
import { obligationId } from './obligation-id.ts';

/** Another turn of the same duty stands for each of these: by the id of what is folded, the id of what stands. */
export type Folds = ReadonlyMap<ObligationId, ObligationId>;

/**
 * Of the turns by which several tasks of one duty bind the same owner for the same cycle, one stands for all: that
 * whose day comes first, then by the order of `kin`. Turns of other owners and other cycles stand by themselves.
 * What `mayStand` refuses stands for no other.
 */
export function foldTurns(
  turns: readonly WantedObligation[],
  kin: readonly TaskId[],
  mayStand: (turn: WantedObligation) => boolean,
): Folds {
  const folds = new Map<ObligationId, ObligationId>();
  for (const same of sameTurns(turns)) {
    const [first, ...others] = same.toSorted(
      (a, b) =>
        Number(mayStand(b)) - Number(mayStand(a)) ||
        compare(a.dueOn ?? LAST, b.dueOn ?? LAST) ||
        kin.indexOf(a.taskId) - kin.indexOf(b.taskId),
    );
    if (first === undefined || !mayStand(first)) continue;
    for (const other of others) folds.set(obligationId(other), obligationId(first));
  }
  return folds;
}

/** After every day, so that a turn without one stands for none that has one. */
const LAST = '9999-12-31';

function sameTurns(turns: readonly WantedObligation[]): WantedObligation[][] {
  const cycles = new Map<string, Set<string>>();
  const ownerOf = ({ owner }: WantedObligation) => `${owner.kind} ${owner.id}`;
  for (const turn of turns) {
    const known = cycles.get(ownerOf(turn)) ?? new Set();
    cycles.set(ownerOf(turn), known.add(turn.periodKey));
  }
  // The first, second … of a task in one cycle answer to the first, second … of another.
  const counts = new Map<string, number>();
  const groups = new Map<string, WantedObligation[]>();
  for (const turn of turns.toSorted((a, b) => compare(a.dueOn ?? LAST, b.dueOn ?? LAST))) {
    const cycle = cycleOf(turn, cycles.get(ownerOf(turn)) ?? new Set());
    const counted = [ownerOf(turn), turn.taskId, cycle].join('|');
    const count = counts.get(counted) ?? 0;
    counts.set(counted, count + 1);
    const key = [ownerOf(turn), cycle, count].join('|');
    groups.set(key, [...(groups.get(key) ?? []), turn]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** A day that comes once is the turn of its year, or of its school year where the other tasks turn with that. */
function cycleOf({ periodKey, namedOn }: WantedObligation, known: ReadonlySet<string>): string {
  if (periodKey !== ONCE || namedOn === null) return periodKey;
  const [year, schoolYear] = [String(yearOf(namedOn)), schoolYearKey(schoolYearOf(namedOn))];
  return known.has(schoolYear) && !known.has(year) ? schoolYear : year;
}

const ONCE = 'once';

const compare = (a: LocalDate | string, b: LocalDate | string): number => (a < b ? -1 : a > b ? 1 : 0);
