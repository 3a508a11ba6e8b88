import { solarOf } from '../calendar/lunar.ts';
import { type SchoolCalendar, schoolDay, schoolYearKey, schoolYearOf } from '../calendar/school-calendar.ts';
import { addWorkingDays, type WorkCalendar } from '../calendar/work-calendar.ts';
import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  type LocalDate,
  lastDayOfMonth,
  localDate,
  monthOf,
  weekdayOf,
  yearOf,
} from '../time/local-date.ts';
import { dayInMonth } from './day-in-month.ts';
import type { DatedRule, DayInMonth, MonthDay, RelativeRule, SchoolYearPart, WeekInMonth } from './rule.ts';

/** One turn of a rule: its key, the day named, and a day of what is reported on, by which the plan's period bounds it. */
export interface Cycle {
  readonly periodKey: string;
  readonly namedOn: LocalDate;
  readonly basedOn: LocalDate;
}

export interface CycleCalendars {
  readonly work: WorkCalendar;
  readonly school: SchoolCalendar;
  readonly cycle: 'calendar_year' | 'school_year';
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const QUARTERS = [1, 2, 3, 4];
/** A distance longer than this from the end of a period names no day of the field. */
const LONGEST_DISTANCE = 400;

/** The cycles of a recurring rule whose named day lies in the calendar `year`, in no order. Years do not depend on each other. */
export function cyclesIn(rule: DatedRule | RelativeRule, year: number, calendars: CycleCalendars): Cycle[] {
  switch (rule.kind) {
    case 'once':
      return [single(rule.on)];
    case 'range':
      return [single(rule.to)];
    case 'yearly':
      return [yearly(dayIn(year, rule.by), rule.yearOffset, calendars)];
    case 'yearly_range':
      return [yearly(dayIn(year, rule.to), rule.to < rule.from ? 1 : 0, calendars)];
    case 'yearly_lunar': {
      const [month, day] = partsOf(rule.by);
      return [year - 1, year].map((lunarYear) => plain(`${lunarYear}`, solarOf(lunarYear, month, day)));
    }
    case 'yearly_month':
      return rule.months.map((month) => plain(monthKey(year, month), lastDayOfMonth(year, month)));
    case 'yearly_quarter':
      return rule.quarters.map((quarter) =>
        plain(quarterKey(year, quarter), lastDayOfMonth(year, quarter * 3)),
      );
    case 'half_yearly':
      return rule.by.map((by, half) => plain(`${year}-H${half + 1}`, dayIn(year, by)));
    case 'quarterly':
      return QUARTERS.map((quarter) => quarterly(rule.day, rule.anchor, year, quarter, calendars.work));
    case 'monthly':
      return (rule.months ?? MONTHS).map((month) =>
        inMonth(year, month, rule.anchor, dayInMonth(year, month, rule.day, calendars.work)),
      );
    case 'week_of_month':
      return (rule.months ?? MONTHS).map((month) =>
        inMonth(year, month, rule.anchor, weekEnd(year, month, rule.week)),
      );
    case 'weekly':
      return weekly(year, rule.weekday);
    case 'school_year':
      return schoolYears(rule.schoolYear, year).map((start) =>
        plain(schoolYearKey(start), schoolDay(start, partDay(rule.part, calendars.school))),
      );
    case 'relative':
      break;
  }
  return [year - 2, year - 1, year, year + 1, year + 2].flatMap((at) => relative(rule, at, calendars.work));
}

/** The day of `year`; 29 February is the 28th in common years. */
function dayIn(year: number, by: MonthDay): LocalDate {
  const [month, day] = partsOf(by);
  return localDate(year, month, day) ?? lastDayOfMonth(year, month);
}

/** Sunday of the week, or the month's last day when that comes first; weeks are counted from the first Monday. */
export function weekEnd(year: number, month: number, week: WeekInMonth): LocalDate {
  const last = lastDayOfMonth(year, month);
  if (week === 'last') return last;
  const first = dateOf(`${last.slice(0, 8)}01`);
  const toMonday = (8 - weekdayOf(first)) % 7;
  const sunday = addDays(first, toMonday + 7 * week - 1);
  return sunday < last ? sunday : last;
}

const quarterOf = (date: LocalDate): number => Math.ceil(monthOf(date) / 3);

function single(on: LocalDate): Cycle {
  return plain('once', on);
}

function plain(periodKey: string, namedOn: LocalDate): Cycle {
  return { periodKey, namedOn, basedOn: namedOn };
}

function yearly(namedOn: LocalDate, yearOffset: 0 | 1, calendars: CycleCalendars): Cycle {
  const basedOn = yearOffset === 0 ? namedOn : addMonths(namedOn, -12);
  const periodKey =
    calendars.cycle === 'school_year' ? schoolYearKey(schoolYearOf(basedOn)) : `${yearOf(basedOn)}`;
  return { periodKey, namedOn, basedOn };
}

function quarterly(
  day: DayInMonth,
  anchor: Extract<DatedRule, { kind: 'quarterly' }>['anchor'],
  year: number,
  quarter: number,
  work: WorkCalendar,
): Cycle {
  const offset = { first_month_of_quarter: 2, second_month_of_quarter: 1, last_month_of_quarter: 0 };
  if (anchor !== 'first_month_of_next_quarter') {
    return plain(quarterKey(year, quarter), dayInMonth(year, quarter * 3 - offset[anchor], day, work));
  }
  const namedOn = dayInMonth(year, quarter * 3 - 2, day, work);
  const basedOn = monthBefore(year, quarter * 3 - 2);
  return { periodKey: quarterKey(yearOf(basedOn), quarterOf(basedOn)), namedOn, basedOn };
}

function inMonth(
  year: number,
  month: number,
  anchor: 'same_month' | 'next_month',
  namedOn: LocalDate,
): Cycle {
  if (anchor === 'same_month') return plain(monthKey(year, month), namedOn);
  const basedOn = monthBefore(year, month);
  return { periodKey: monthKey(yearOf(basedOn), monthOf(basedOn)), namedOn, basedOn };
}

/** The last day of the month before. */
function monthBefore(year: number, month: number): LocalDate {
  return month === 1 ? lastDayOfMonth(year - 1, 12) : lastDayOfMonth(year, month - 1);
}

function weekly(year: number, weekday: number): Cycle[] {
  const first = dateOf(`${year}-01-01`);
  const start = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  return Array.from({ length: 53 }, (_, week) => addDays(start, 7 * week))
    .filter((day) => yearOf(day) === year)
    .map((day) => plain(weekKey(day), day));
}

/** ISO 8601 week: it belongs to the year of its Thursday. */
function weekKey(day: LocalDate): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const dayOfYear = daysBetween(dateOf(`${yearOf(thursday)}-01-01`), thursday);
  return `${yearOf(thursday)}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}

function schoolYears(fixed: number | null, year: number): number[] {
  return fixed === null ? [year - 1, year] : [fixed];
}

function partDay(part: SchoolYearPart, school: SchoolCalendar): string {
  return {
    start: school.startsOn,
    end_semester_1: school.semester1EndsOn,
    start_semester_2: school.semester2StartsOn,
    end: school.endsOn,
  }[part];
}

function relative(rule: RelativeRule, year: number, work: WorkCalendar): Cycle[] {
  if (rule.minimum || rule.amount > LONGEST_DISTANCE || rule.unit === 'hour') return [];
  return periodEnds(rule.anchor, year).map(({ periodKey, namedOn }) => ({
    periodKey,
    namedOn: moved(namedOn, rule, work),
    basedOn: namedOn,
  }));
}

function moved(from: LocalDate, rule: RelativeRule, work: WorkCalendar): LocalDate {
  const count = rule.direction === 'after' ? rule.amount : -rule.amount;
  if (rule.unit === 'working_day') return addWorkingDays(work, from, count);
  if (rule.unit === 'month') return addMonths(from, count);
  return addDays(from, rule.unit === 'week' ? 7 * count : count);
}

function periodEnds(anchor: string, year: number): Cycle[] {
  switch (anchor) {
    case 'month_end':
      return MONTHS.map((month) => plain(monthKey(year, month), lastDayOfMonth(year, month)));
    case 'quarter_end':
      return QUARTERS.map((quarter) => plain(quarterKey(year, quarter), lastDayOfMonth(year, quarter * 3)));
    case 'half_year_end':
      return [1, 2].map((half) => plain(`${year}-H${half}`, lastDayOfMonth(year, half * 6)));
    case 'year_end':
      return [plain(`${year}`, lastDayOfMonth(year, 12))];
    default:
      return [];
  }
}

function partsOf(by: MonthDay): [month: number, day: number] {
  return [Number(by.slice(0, 2)), Number(by.slice(3))];
}

const monthKey = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;
const quarterKey = (year: number, quarter: number): string => `${year}-Q${quarter}`;
