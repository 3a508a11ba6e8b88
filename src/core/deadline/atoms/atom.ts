import type { Weekday } from '../../time/local-date.ts';
import type { Cycle, DayInMonth, FloatingDay, SchoolYearPart, WeekInMonth } from '../rule.ts';

/** How a point in time bounds the work. */
export type Bound = 'before' | 'by' | 'from' | 'to' | 'in' | 'after';

/** "Đầu", "giữa", "cuối"; of a month the thirds ("thượng tuần") and halves, whose last days are fixed. */
export type Part =
  | 'start'
  | 'middle'
  | 'end'
  | 'first_third'
  | 'second_third'
  | 'last_third'
  | 'first_half'
  | 'second_half';

export type DayAnchor =
  | 'previous_month'
  | 'same_month'
  | 'next_month'
  | 'first_month_of_quarter'
  | 'second_month_of_quarter'
  | 'last_month_of_quarter'
  | 'first_month_of_next_quarter'
  | 'last_month_of_reporting_period'
  /** Before or after one that only a happening or the length of a period tells. */
  | 'month_not_named'
  | 'month_after_period';

/** A point or span of time as the words give it, its year perhaps missing. */
export type Place =
  | {
      readonly kind: 'date';
      readonly day: number | 'last';
      readonly month: number;
      readonly year: number | null;
      readonly style: DateStyle;
    }
  | {
      readonly kind: 'days';
      readonly fromDay: number;
      readonly toDay: number;
      readonly month: number;
      readonly year: number | null;
    }
  | { readonly kind: 'day'; readonly day: DayInMonth; readonly fromDay: number | null }
  /** "Thứ Sáu tuần cuối tháng 6", "ngày làm việc cuối cùng của quý IV/2024". */
  | {
      readonly kind: 'floating';
      readonly day: FloatingDay;
      readonly month: number;
      readonly year: number | null;
    }
  | { readonly kind: 'month'; readonly month: number; readonly year: number | null }
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year: number | null }
  | { readonly kind: 'half'; readonly half: 1 | 2; readonly year: number | null }
  /** "9 tháng đầu năm", "3 tháng cuối năm 2025". */
  | {
      readonly kind: 'months';
      readonly fromMonth: number;
      readonly toMonth: number;
      readonly year: number | null;
    }
  | { readonly kind: 'year'; readonly year: number | null }
  /** `each`: "các năm 2024-2026", where a day beside them comes back in each. */
  | { readonly kind: 'years'; readonly fromYear: number; readonly toYear: number; readonly each: boolean }
  | {
      readonly kind: 'week';
      readonly week: WeekInMonth;
      readonly month: number | null;
      readonly year: number | null;
    }
  | { readonly kind: 'weekday'; readonly weekday: Weekday }
  | {
      readonly kind: 'feast';
      readonly month: number;
      readonly day: number;
      readonly lunar: boolean;
      readonly year: number | null;
    }
  | { readonly kind: 'school'; readonly part: SchoolYearPart; readonly schoolYear: number | null }
  | { readonly kind: 'now' };

export type Placed<K extends Place['kind']> = Extract<Place, { kind: K }>;

/**
 * `swappable`: two single digits ("3/4"); `dashed`: "5-10", perhaps two days; `assembled`: "tháng 6, trước ngày 20".
 */
export type DateStyle = 'plain' | 'swappable' | 'dashed' | 'assembled';

export type Unit = 'minute' | 'hour' | 'day' | 'working_day' | 'week' | 'month' | 'quarter' | 'year';

/** What one or a few words mean, before the phrase as a whole is understood. */
export type Meaning =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'bound'; readonly bound: Bound }
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'anchor'; readonly anchor: DayAnchor }
  | { readonly kind: 'every'; readonly cycle: Cycle }
  | { readonly kind: 'shift'; readonly years: -1 | 0 | 1 }
  | { readonly kind: 'year_from_now'; readonly years: 0 | 1 }
  | { readonly kind: 'time'; readonly time: string }
  | { readonly kind: 'amount'; readonly amount: number; readonly unit: Unit }
  | { readonly kind: 'times'; readonly times: number; readonly per: Cycle }
  | { readonly kind: 'sign'; readonly sign: Sign }
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'impossible' }
  /** Words about time whose meaning is not certain: a person must look. */
  | { readonly kind: 'unclear' }
  /** Words that would mislead, known to be about something else. */
  | { readonly kind: 'words' };

/** `bullet`: a dash that stands between words apart, after a day like a stop, after anything else like a colon. */
export type Sign = 'and' | 'comma' | 'dash' | 'bullet' | 'stop' | 'open' | 'close' | 'colon';

/** Words that change what the places around them mean. */
export type Mark =
  | 'lunar'
  | 'tentative'
  | 'occasion'
  | 'minimum'
  | 'ongoing'
  | 'status'
  | 'same'
  | 'reporting'
  | 'vision'
  | 'onward'
  | 'takes_effect'
  | 'depends'
  /** "Chưa ấn định", "thông báo sau": what day there is may change. */
  | 'unsettled'
  | 'at_once'
  | 'on_demand'
  | 'phase'
  | 'event_year'
  | 'document'
  | 'whole_year'
  /** "Gia hạn", "lùi", "đổi sang": the day after it holds instead of the one before. */
  | 'moved'
  /** "Thay cho", "không phải": the day after it no longer holds. */
  | 'replaced';

/** A meaning and where it stands: offsets in the plain text. */
export interface Atom {
  readonly meaning: Meaning;
  readonly from: number;
  readonly to: number;
}
