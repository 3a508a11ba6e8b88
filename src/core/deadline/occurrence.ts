import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { type MinuteOfDay, minuteOfDay } from '../time/instant.ts';
import { type LocalDate, yearOf } from '../time/local-date.ts';
import { type Cycle, type CycleCalendars, cyclesIn } from './cycle.ts';
import { type DeadlineStrictness, deadlineDays } from './days.ts';
import { type DatedRule, type DeadlineRule, isDated, type RelativeRule } from './rule.ts';

/** One cycle of a rule, with the days that follow from it. */
export interface Occurrence {
  /** The cycle (`2025`, `2025-H1`, `2025-Q1`, `2025-03`, `2025-W07`, `2024-2025`, `once`), never the day. */
  readonly periodKey: string;
  /** The day that the words name. */
  readonly namedOn: LocalDate;
  /** "Trước …": the day named is not itself safe. */
  readonly exclusive: boolean;
  readonly dueOn: LocalDate;
  /** The hour named, on `dueOn`; null where none is. */
  readonly dueMinute: MinuteOfDay | null;
  readonly overdueFrom: LocalDate;
}

/** What an organisation and a plan add to a rule. */
export interface OccurrenceBounds {
  /** Of the plan; null for a task outside a plan. A day written with its year is owed even outside it. */
  readonly period: { readonly from: LocalDate; readonly to: LocalDate } | null;
  /** The plan's own date: nothing named earlier is owed. */
  readonly notBefore: LocalDate | null;
  readonly strictness: DeadlineStrictness;
  readonly work: WorkCalendar;
  readonly school: SchoolCalendar;
  /** Whether yearly rules turn with the school year, as for clusters of schools. Rules for `school` always do. */
  readonly cycle: 'calendar_year' | 'school_year';
}

/**
 * The occurrences whose named day lies in `window` (both ends included), strictly rising, the same whatever the
 * window. Rules without days (standing, dependent, counted from something unknown) have none.
 */
export function occurrences(
  rule: DeadlineRule,
  window: { readonly from: LocalDate; readonly to: LocalDate },
  bounds: OccurrenceBounds,
): Occurrence[] {
  if (!isDated(rule)) return [];
  const calendars = calendarsOf(rule, bounds);
  return yearsOf(rule, window)
    .flatMap((year) => cyclesOfYear(rule, year, calendars))
    .filter((cycle) => cycle.namedOn >= window.from && cycle.namedOn <= window.to)
    .filter((cycle) => isOwed(rule, cycle, bounds))
    .map((cycle) => occurrenceOf(rule, cycle, bounds.strictness));
}

/** The day that the first occurrence on or after `from` names; null where none follows. */
export function nextNamedOn(rule: DeadlineRule, from: LocalDate, bounds: OccurrenceBounds): LocalDate | null {
  if (!isDated(rule)) return null;
  const calendars = calendarsOf(rule, bounds);
  for (const candidate of firstYears(rule, from, bounds)) {
    const next = cyclesOfYear(rule, candidate, calendars).find(
      (cycle) => cycle.namedOn >= from && isOwed(rule, cycle, bounds),
    );
    if (next !== undefined) return next.namedOn;
  }
  return null;
}

/** The years in which the first occurrence on or after a day must lie. */
function firstYears(
  rule: DatedRule | RelativeRule,
  from: LocalDate,
  { notBefore, period }: OccurrenceBounds,
): number[] {
  if (rule.kind === 'once' || rule.kind === 'range') return yearsOf(rule, { from, to: from });
  const begins = [from, rule.since, notBefore, period?.from].flatMap((day) => day ?? []).sort();
  const own = rule.kind === 'school_year' ? rule.schoolYear : null;
  const year = own ?? yearOf(begins.at(-1) ?? from);
  return [year, year + 1];
}

function calendarsOf(
  rule: DatedRule | RelativeRule,
  { work, school, cycle }: OccurrenceBounds,
): CycleCalendars {
  return { work, school, cycle: rule.appliesTo === 'school' ? 'school_year' : cycle };
}

function yearsOf(rule: DatedRule | RelativeRule, window: { from: LocalDate; to: LocalDate }): number[] {
  if (rule.kind === 'once') return [yearOf(rule.on)];
  if (rule.kind === 'range') return [yearOf(rule.to)];
  const first = yearOf(window.from);
  return Array.from({ length: Math.max(0, yearOf(window.to) - first + 1) }, (_, index) => first + index);
}

function cyclesOfYear(rule: DatedRule | RelativeRule, year: number, calendars: CycleCalendars): Cycle[] {
  const inYear = cyclesIn(rule, year, calendars).filter((cycle) => yearOf(cycle.namedOn) === year);
  return inYear.sort((one, other) => (one.namedOn < other.namedOn ? -1 : 1));
}

function isOwed(rule: DeadlineRule, cycle: Cycle, { period, notBefore }: OccurrenceBounds): boolean {
  if (notBefore !== null && cycle.namedOn < notBefore) return false;
  if (!isInTerm(rule, cycle)) return false;
  if (period === null || rule.kind === 'once' || rule.kind === 'range') return true;
  return cycle.basedOn >= period.from && cycle.basedOn <= period.to;
}

function isInTerm(rule: DeadlineRule, { basedOn }: Cycle): boolean {
  if (!isDated(rule)) return true;
  const { since, until } = rule;
  return (since === undefined || basedOn >= since) && (until === undefined || basedOn <= until);
}

function occurrenceOf(
  rule: DatedRule | RelativeRule,
  cycle: Cycle,
  strictness: DeadlineStrictness,
): Occurrence {
  const { inclusive, time } = rule;
  return {
    periodKey: cycle.periodKey,
    namedOn: cycle.namedOn,
    exclusive: !inclusive,
    ...deadlineDays({ namedOn: cycle.namedOn, inclusive, time }, strictness),
    dueMinute: time === null ? null : minuteOfDay(time),
  };
}
