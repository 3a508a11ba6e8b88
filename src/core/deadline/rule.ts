import { foldVietnamese } from '../text/fold.ts';
import type { LocalDate, Weekday } from '../time/local-date.ts';

/** `MM-DD`, a day of any year. `02-29` exists; in common years it falls on 28 February. */
export type MonthDay = string & { readonly __brand: 'MonthDay' };

/** A day of a month: by its number (a day the month lacks becomes its last one), by how the office works, or by its name. */
export type DayInMonth = FixedDay | FloatingDay;

export type FixedDay = number | 'last';

/** A day that no number tells: it differs from month to month. */
export type FloatingDay = 'first_working_day' | 'last_working_day' | WeekdayInMonth;

/** "Thứ Hai đầu tiên", "thứ Sáu cuối cùng": of the days of this name in a month the first to fourth, or the last. */
export interface WeekdayInMonth {
  readonly weekday: Weekday;
  readonly nth: 1 | 2 | 3 | 4 | 'last';
}

/** What every rule that leads to days carries. */
interface Dated {
  /** False for "trước (ngày) X", true for "chậm nhất", "đến hết", "vào", and for spans, which end with their last day. */
  readonly inclusive: boolean;
  /** `HH:mm` where the words name an hour, else null. */
  readonly time: string | null;
  readonly appliesTo: AppliesTo;
  /** "Bắt đầu từ năm 2026", of a rule that recurs: what is reported on from this day. Absent: from the plan's own date. */
  readonly since?: LocalDate;
  /** "Đến hết năm 2026", likewise: nothing of later days is reported on. Absent: to the end of the plan. */
  readonly until?: LocalDate;
}

/** For whom: a kind of cluster (`administrative`, `school`), else the document's own words; null = for all. */
export type AppliesTo = string | null;

/** Rules whose occurrences are days. */
export type DatedRule = Dated &
  (
    | { readonly kind: 'once'; readonly on: LocalDate }
    | { readonly kind: 'range'; readonly from: LocalDate | null; readonly to: LocalDate }
    /** `yearOffset` 1: the day lies in the year after the one reported on, which names the cycle. */
    | { readonly kind: 'yearly'; readonly by: MonthDay; readonly yearOffset: 0 | 1 }
    | { readonly kind: 'yearly_range'; readonly from: MonthDay; readonly to: MonthDay }
    /** The last day of each of these months (1–12), every year. */
    | { readonly kind: 'yearly_month'; readonly months: readonly number[] }
    /** The last day of each of these quarters (1–4), every year. */
    | { readonly kind: 'yearly_quarter'; readonly quarters: readonly number[] }
    | { readonly kind: 'half_yearly'; readonly by: readonly [MonthDay, MonthDay] }
    | { readonly kind: 'quarterly'; readonly day: DayInMonth; readonly anchor: QuarterAnchor }
    /** With `fromDay` a window of days, due on its last one. `months` absent = every month. */
    | {
        readonly kind: 'monthly';
        readonly day: DayInMonth;
        readonly fromDay: number | null;
        readonly anchor: MonthAnchor;
        readonly months?: readonly number[];
      }
    /** Due on the Sunday of the week; the first week is that of the month's first Monday. `months` null = every month. */
    | {
        readonly kind: 'week_of_month';
        readonly week: WeekInMonth;
        readonly months: readonly number[] | null;
        readonly anchor: MonthAnchor;
      }
    | { readonly kind: 'weekly'; readonly weekday: Weekday }
    /** `by` in the Vietnamese lunar calendar (UTC+7); `01-01` is Tết. */
    | { readonly kind: 'yearly_lunar'; readonly by: MonthDay }
    /** Days of the organisation's school calendar; `schoolYear` is the year it begins in, null = every one. */
    | { readonly kind: 'school_year'; readonly part: SchoolYearPart; readonly schoolYear: number | null }
  );

export type QuarterAnchor =
  | 'first_month_of_quarter'
  | 'second_month_of_quarter'
  | 'last_month_of_quarter'
  | 'first_month_of_next_quarter';
export type MonthAnchor = 'same_month' | 'next_month';
export type WeekInMonth = 1 | 2 | 3 | 4 | 5 | 'last';
export type SchoolYearPart = 'start' | 'end_semester_1' | 'start_semester_2' | 'end';

/** So long after or before something that happens; days only where the anchor is the end of a period. */
export interface RelativeRule extends Dated {
  readonly kind: 'relative';
  readonly amount: number;
  readonly unit: 'hour' | 'day' | 'working_day' | 'week' | 'month';
  readonly direction: 'after' | 'before';
  /** `month_end`, `quarter_end`, `half_year_end`, `year_end`, else the document's words. */
  readonly anchor: string;
  /** "Tối thiểu", "ít nhất": not earlier than, rather than not later than. */
  readonly minimum: boolean;
}

/** Work without a countdown, never overdue. */
export type StandingRule = { readonly appliesTo: AppliesTo } & (
  | { readonly kind: 'year_long' }
  | { readonly kind: 'period'; readonly from: LocalDate | null; readonly to: LocalDate | null }
  | { readonly kind: 'ongoing' }
  | { readonly kind: 'cadence'; readonly every: readonly Cycle[] }
  | { readonly kind: 'frequency'; readonly times: number; readonly per: Cycle }
);

/** From the shortest to the longest. */
export const CYCLES = [
  'week',
  'month',
  'quarter',
  'half_year',
  'semester',
  'year',
  'school_year',
  'on_demand',
] as const;

export type Cycle = (typeof CYCLES)[number];

/** A deadline that waits for something the words do not settle. */
type DependentRule = { readonly appliesTo: AppliesTo } & (
  | { readonly kind: 'dependent'; readonly on: string; readonly immediate: boolean }
  /** A day of the last month of a reporting period whose length is not said. */
  | {
      readonly kind: 'periodic';
      readonly day: DayInMonth;
      readonly anchor: 'last_month_of_reporting_period';
      readonly inclusive: boolean;
    }
  | { readonly kind: 'same_as_above' }
);

/** Words about time that are no deadline and give no occurrence. */
type NoDeadline = { readonly appliesTo: AppliesTo } & (
  | { readonly kind: 'reporting_window' | 'start' | 'vision' | 'status'; readonly text: string }
  | { readonly kind: 'none' }
);

/** What a cell about time says, as a value that survives JSON. A cell may hold several. */
export type DeadlineRule = DatedRule | RelativeRule | StandingRule | DependentRule | NoDeadline;

type RuleKind = DeadlineRule['kind'];

const FAMILY: { readonly [K in RuleKind]: string } = {
  once: 'once',
  range: 'once',
  yearly: 'yearly',
  yearly_range: 'yearly',
  yearly_lunar: 'yearly',
  yearly_month: 'months',
  yearly_quarter: 'quarterly',
  half_yearly: 'half-yearly',
  quarterly: 'quarterly',
  monthly: 'monthly',
  week_of_month: 'monthly',
  weekly: 'weekly',
  school_year: 'school-year',
  relative: 'relative',
  year_long: 'standing',
  period: 'standing',
  ongoing: 'standing',
  cadence: 'standing',
  frequency: 'standing',
  dependent: 'dependent',
  periodic: 'dependent',
  same_as_above: 'dependent',
  reporting_window: 'none',
  start: 'none',
  vision: 'none',
  status: 'none',
  none: 'none',
};

/**
 * The part of an obligation's identity that a rule gives: its cadence and for whom it is, never its day,
 * so that an amended day keeps the reports made for it.
 */
export function ruleKey(rule: DeadlineRule): string {
  const family = FAMILY[rule.kind];
  return rule.appliesTo === null ? family : `${family}:${slug(rule.appliesTo)}`;
}

/** Keys of the rules of one task, unique: the second of the same key gets `-2`, in the order of the document. */
export function ruleKeys(rules: readonly DeadlineRule[]): string[] {
  const seen = new Map<string, number>();
  return rules.map((rule) => {
    const key = ruleKey(rule);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}-${count}`;
  });
}

/** True for rules that lead to days, by themselves or from the end of a period. */
export function isDated(rule: DeadlineRule): rule is DatedRule | RelativeRule {
  return 'time' in rule;
}

/** True for work that has no countdown and is never overdue ("hằng năm", "thường xuyên", "giai đoạn …"). */
export function isStanding(rule: DeadlineRule): rule is StandingRule {
  return FAMILY[rule.kind] === 'standing';
}

/** True for days that any calendar on the wall tells. */
export const isFixedDay = (day: DayInMonth): day is FixedDay => typeof day === 'number' || day === 'last';

/** True for days that follow from the organisation's holidays. */
export const isWorkingDayRule = (day: DayInMonth): boolean =>
  day === 'first_working_day' || day === 'last_working_day';

function slug(words: string): string {
  return foldVietnamese(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
