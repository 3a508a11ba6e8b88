import { addWorkingDays, previousWorkingDay, type WorkCalendar } from '../calendar/work-calendar.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';

/** A day on which an obligation is spoken of: `before-14`, `due`, `after-3`. */
export interface Stage {
  readonly code: string;
  readonly on: LocalDate;
}

/** How many calendar days before the last safe day, and working days after `overdueFrom`, a stage speaks. */
export interface Ladder {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/**
 * The stages of an obligation, by day. Those up to the last safe day that fall on a day off move back to the
 * working day before, where the later one wins; those after it are counted in working days, so that they always
 * fall on one. Nothing for a standing task.
 */
export function stagesOf(
  days: { readonly dueOn: LocalDate | null; readonly overdueFrom: LocalDate | null },
  ladder: Ladder,
  calendar: WorkCalendar,
): Stage[] {
  const { dueOn, overdueFrom } = days;
  if (dueOn === null || overdueFrom === null) return [];
  const before = [...ladder.before]
    .sort((a, b) => b - a)
    .map((count) => ({ code: `before-${count}`, on: previousWorkingDay(calendar, addDays(dueOn, -count)) }));
  const due = { code: 'due', on: previousWorkingDay(calendar, dueOn) };
  const after = [...ladder.after]
    .sort((a, b) => a - b)
    .map((count) => ({ code: `after-${count}`, on: addWorkingDays(calendar, overdueFrom, count) }));
  const all = [...before, due, ...after];
  return all.filter((stage, index) => all[index + 1]?.on !== stage.on);
}

/** The stage that speaks on `today`: the latest one reached. Null before the first. */
export function stageReached(stages: readonly Stage[], today: LocalDate): Stage | null {
  return stages.findLast((stage) => stage.on <= today) ?? null;
}

/** The first day after `today` on which a stage speaks; null when none is left. */
export function nextStageAfter(stages: readonly Stage[], today: LocalDate): LocalDate | null {
  return stages.find((stage) => stage.on > today)?.on ?? null;
}
