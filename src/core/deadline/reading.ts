import type { LocalDate } from '../time/local-date.ts';
import type { DeadlineRule } from './rule.ts';

/** Why a person must look at a reading. Texts for people live under `deadline.review.<CODE>`. */
export const REVIEW_REASONS = [
  /** Nothing about time was recognised. */
  'NOT_UNDERSTOOD',
  /** A day that no calendar has (31/6, 12/25, 29/02/2023). */
  'IMPOSSIBLE_DATE',
  /** Day and month could be exchanged ("3/4"). */
  'DAY_MONTH_ORDER',
  /** No year, and the plan spans several. */
  'YEAR_MISSING',
  /** From one day to another without a year: a reporting window or a deadline. */
  'WINDOW_WITHOUT_YEAR',
  /** A part of a period without a day ("đầu tháng", "cuối quý"). */
  'VAGUE_PART',
  /** Weeks of a month are counted in several ways. */
  'WEEK_OF_MONTH',
  /** "Dự kiến". */
  'TENTATIVE',
  /** Waits for another document, decision or happening. */
  'DEPENDENT',
  /** Counted from a happening whose day is not in the words. */
  'ANCHOR_UNKNOWN',
  /** A cadence without a day ("02 lần/năm"). */
  'DAY_NOT_NAMED',
  /** The day follows the organisation's holidays or school calendar. */
  'CALENDAR_DEPENDENT',
  /** A feast, not a day: the eve, the first day or the closing of the office. */
  'FEAST_NOT_DAY',
  /** A day that some months or years lack. */
  'DAY_NOT_ALWAYS',
  /** The weekday in the words is not that of the date. */
  'WEEKDAY_MISMATCH',
  /** The end lies before the beginning. */
  'RANGE_REVERSED',
  /** Part of the words about time was not understood. */
  'PARTLY_UNDERSTOOD',
  /** The words fit several rules. */
  'SEVERAL_READINGS',
  /** A day of the period before, which does not come again. */
  'OF_PERIOD_BEFORE',
] as const;

export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** What the words of a cell mean. `review` holds exactly when there are reasons. */
export interface DeadlineReading {
  readonly rules: readonly DeadlineRule[];
  readonly review: boolean;
  readonly reasons: readonly ReviewReason[];
  /** Other readings a person may choose, each a full set of rules. */
  readonly alternatives: readonly (readonly DeadlineRule[])[];
}

/** What a phrase without a year is read against. */
export interface ReadingContext {
  /** The year of a one-year plan. */
  readonly planYear?: number;
  /** The period of the plan; over several years a day without a year is for a person to decide. */
  readonly period?: { readonly from: LocalDate; readonly to: LocalDate };
  /** Of the plan of one school year: the year it begins in. Only its summer may lie in either. */
  readonly schoolYear?: number;
  /** Without a plan's year, a day without a year is the next such day from here. */
  readonly now: LocalDate;
}
