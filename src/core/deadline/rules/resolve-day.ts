import { lastDayOfMonth } from '../../time/local-date.ts';
import type { DayAnchor, Placed } from '../atoms/atom.ts';
import { monthDay } from '../atoms/span.ts';
import { firstDayOfMonth, weekdayInMonth } from '../day-in-month.ts';
import type { Mention } from '../mentions/segment.ts';
import type { ReviewReason } from '../reading.ts';
import {
  type Cycle,
  type DatedRule,
  type DayInMonth,
  type DeadlineRule,
  isFixedDay,
  type QuarterAnchor,
} from '../rule.ts';
import { type Frame, type Piece, piece, waiting, yearFor } from './frame.ts';

export function traits(mention: Mention, frame: Frame): Pick<DatedRule, 'inclusive' | 'time' | 'appliesTo'> {
  return { inclusive: mention.bound !== 'before', time: mention.time, appliesTo: frame.appliesTo };
}

/** "Ngày 25", "từ ngày 25 đến ngày 30" of some month: of every one, of the next, of one of a quarter or a reporting period. */
export function dayOfMonth(day: DayInMonth, fromDay: number | null, mention: Mention, frame: Frame): Piece {
  if (typeof day === 'number' && fromDay !== null && fromDay > day) return piece([], ['RANGE_REVERSED']);
  const { anchor } = mention;
  const common = traits(mention, frame);
  const unsure = doubts(day, fromDay);
  if (anchor === 'last_month_of_reporting_period') {
    const { inclusive, appliesTo } = common;
    return piece([{ kind: 'periodic', day, anchor, inclusive, appliesTo }], ['DEPENDENT']);
  }
  const isOfKnownPeriod = frame.own.some((cycle) => PERIODS.has(cycle));
  if (anchor === 'month_not_named' || (anchor === 'month_after_period' && !isOfKnownPeriod))
    return waiting(frame);
  if (isOfQuarter(anchor)) return piece([{ kind: 'quarterly', day, anchor, ...common }], unsure);
  const isNext = anchor === 'next_month' || anchor === 'month_after_period';
  const month = isNext ? 'next_month' : 'same_month';
  const monthly: DeadlineRule = { kind: 'monthly', day, fromDay, anchor: month, ...common };
  if (anchor === 'previous_month') return piece([monthly], ['PARTLY_UNDERSTOOD']);
  if (isNext && fromDay === null && !frame.every.has('month')) {
    const later = afterPeriod(day, common, frame);
    if (later !== null) return later;
  }
  if (isNext || frame.every.has('month')) return piece([monthly], unsure);
  if (fromDay === null && frame.every.has('quarter')) {
    const quarterly: DeadlineRule = { kind: 'quarterly', day, anchor: 'last_month_of_quarter', ...common };
    return piece([quarterly], ['SEVERAL_READINGS'], [[monthly]]);
  }
  return piece([monthly], anchor === null ? ['SEVERAL_READINGS', ...unsure] : unsure);
}

/** Of what a month may come after. */
const PERIODS: ReadonlySet<Cycle> = new Set(['month', 'quarter', 'half_year']);

/** "Hằng quý, trước ngày 07 của tháng tiếp theo": of the month after each quarter or half-year. */
function afterPeriod(day: DayInMonth, common: ReturnType<typeof traits>, { own }: Frame): Piece | null {
  if (own.includes('quarter'))
    return piece([{ kind: 'quarterly', day, anchor: 'first_month_of_next_quarter', ...common }]);
  if (!own.includes('half_year') || !isFixedDay(day)) return null;
  const [july, january] = [7, 1].map((month) => monthDay(month, day));
  if (july === undefined || january === undefined) return null;
  return piece([
    { kind: 'yearly', by: july, yearOffset: 0, ...common },
    { kind: 'yearly', by: january, yearOffset: 1, ...common },
  ]);
}

function doubts(day: DayInMonth, fromDay: number | null): ReviewReason[] {
  if (fromDay !== null) return sometimesMissing(day);
  return day === 31 ? ['DAY_NOT_ALWAYS'] : [];
}

/**
 * "Thứ Sáu tuần cuối tháng 6", "ngày làm việc cuối cùng của quý IV/2024": that day of one month every year, or of one
 * year's alone; which day a working day is, the office's holidays say.
 */
export function floatingDay({ day, month, year }: Placed<'floating'>, mention: Mention, frame: Frame): Piece {
  const monthly: DatedRule = {
    kind: 'monthly',
    day,
    fromDay: null,
    anchor: 'same_month',
    months: [month],
    ...traits(mention, frame),
  };
  const shifted: ReviewReason[] = mention.shift === null || mention.shift === 0 ? [] : ['PARTLY_UNDERSTOOD'];
  if (year === null && frame.recurring) return piece([monthly], shifted);
  const guessed = year === null ? yearFor(frame, month, 'last') : { year, reasons: [] };
  const until = lastDayOfMonth(guessed.year, month);
  const rule: DeadlineRule =
    typeof day === 'string'
      ? { ...monthly, since: firstDayOfMonth(until), until }
      : { kind: 'once', on: weekdayInMonth(guessed.year, month, day), ...traits(mention, frame) };
  return piece([rule], [...guessed.reasons, ...shifted]);
}

export function sometimesMissing(day: DayInMonth): ReviewReason[] {
  return typeof day === 'number' && day > 28 ? ['DAY_NOT_ALWAYS'] : [];
}

function isOfQuarter(anchor: DayAnchor | null): anchor is QuarterAnchor {
  return anchor !== null && anchor.endsWith('quarter');
}
