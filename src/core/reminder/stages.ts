import { tetOf } from '../calendar/lunar.ts';
import {
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  type WorkCalendar,
} from '../calendar/work-calendar.ts';
import type { Ladder } from '../organisation/ladder.ts';
import { addDays, type LocalDate, yearOf } from '../time/local-date.ts';

/** A day on which an obligation is spoken of: `before-14`, `due`, `after-3`, and `handed` over to the secretariat. */
export interface Stage {
  readonly code: string;
  readonly on: LocalDate;
}

/** The stage that comes after the last word to the owner: from there on only the secretariat hears. */
export const HANDED = 'handed';

/** Said to the secretariat of what was handed over to it, not to an owner. */
export const isHanded = (stage: string): boolean => stage.startsWith(HANDED);

/** Said again because somebody asked for it. */
export const AGAIN = 'again';

type Rungs = Pick<Ladder, 'before' | 'after'>;
type StagesByDays = Map<string, readonly Stage[]>;

/** Thousands of obligations fall due on a few hundred days, under a few ladders. */
const known = new WeakMap<WorkCalendar, WeakMap<Rungs, StagesByDays>>();

/**
 * The stages of an obligation, by day. Those up to the last safe day that fall on a day off move back to the
 * working day before, where the later one wins; those after it are counted in working days, so that they always
 * fall on one, and never on the first two of them after Tết. Nothing for a standing task.
 */
export function stagesOf(
  { dueOn, overdueFrom }: { readonly dueOn: LocalDate | null; readonly overdueFrom: LocalDate | null },
  ladder: Rungs,
  calendar: WorkCalendar,
): readonly Stage[] {
  if (dueOn === null || overdueFrom === null) return [];
  const stages = knownOf(calendar, ladder);
  const days = `${dueOn} ${overdueFrom}`;
  const found = stages.get(days) ?? workedOut(dueOn, overdueFrom, ladder, calendar);
  stages.set(days, found);
  return found;
}

function knownOf(calendar: WorkCalendar, ladder: Rungs): StagesByDays {
  const ladders = known.get(calendar) ?? new WeakMap<Rungs, StagesByDays>();
  known.set(calendar, ladders);
  const stages = ladders.get(ladder) ?? new Map<string, readonly Stage[]>();
  ladders.set(ladder, stages);
  return stages;
}

function workedOut(dueOn: LocalDate, overdueFrom: LocalDate, ladder: Rungs, calendar: WorkCalendar): Stage[] {
  const before = [...ladder.before]
    .sort((a, b) => b - a)
    .map((count) => ({ code: `before-${count}`, on: previousWorkingDay(calendar, addDays(dueOn, -count)) }));
  const due = { code: 'due', on: previousWorkingDay(calendar, dueOn) };
  const afterOn = (count: number) => settledAfterTet(addWorkingDays(calendar, overdueFrom, count), calendar);
  const after = [...ladder.after]
    .sort((a, b) => a - b)
    .map((count) => ({ code: `after-${count}`, on: afterOn(count) }));
  const handed = after.slice(-1).map(({ on }) => ({ code: HANDED, on: addWorkingDays(calendar, on, 1) }));
  const all = [...before, due, ...after, ...handed];
  return all.filter((stage, index) => all[index + 1]?.on !== stage.on);
}

/** The code of the last word to the owner; null where the ladder has none after the deadline. */
export const lastWord = (ladder: Pick<Ladder, 'after'>): string | null =>
  ladder.after.length === 0 ? null : `after-${Math.max(...ladder.after)}`;

/** The stage that speaks on `today`: the latest one reached. Null before the first. */
export function stageReached(stages: readonly Stage[], today: LocalDate): Stage | null {
  return stages.findLast((stage) => stage.on <= today) ?? null;
}

/** The first day after `today` on which a stage speaks; null when none is left. */
export function nextStageAfter(stages: readonly Stage[], today: LocalDate): LocalDate | null {
  return stages.find((stage) => stage.on > today)?.on ?? null;
}

/** After Tết nobody is called late before the third working day. */
function settledAfterTet(day: LocalDate, calendar: WorkCalendar): LocalDate {
  const tet = tetOf(yearOf(day));
  if (day < tet) return day;
  const settled = addWorkingDays(calendar, nextWorkingDay(calendar, tet), 2);
  return day < settled ? settled : day;
}
