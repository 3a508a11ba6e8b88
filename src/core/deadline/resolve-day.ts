import type { DayAnchor } from './atom.ts';
import { type Frame, type Piece, piece } from './frame.ts';
import type { ReviewReason } from './reading.ts';
import {
  type DatedRule,
  type DayInMonth,
  type DeadlineRule,
  isWorkingDayRule,
  type QuarterAnchor,
} from './rule.ts';
import type { Mention } from './segment.ts';

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
  if (isOfQuarter(anchor)) return piece([{ kind: 'quarterly', day, anchor, ...common }], unsure);
  const month = anchor === 'next_month' ? 'next_month' : 'same_month';
  const monthly: DeadlineRule = { kind: 'monthly', day, fromDay, anchor: month, ...common };
  if (anchor === 'previous_month') return piece([monthly], ['PARTLY_UNDERSTOOD']);
  if (anchor === 'next_month' || frame.every.has('month')) return piece([monthly], unsure);
  if (fromDay === null && frame.every.has('quarter')) {
    const quarterly: DeadlineRule = { kind: 'quarterly', day, anchor: 'last_month_of_quarter', ...common };
    return piece([quarterly], ['SEVERAL_READINGS'], [[monthly]]);
  }
  return piece([monthly], anchor === null ? ['SEVERAL_READINGS', ...unsure] : unsure);
}

function doubts(day: DayInMonth, fromDay: number | null): ReviewReason[] {
  if (isWorkingDayRule(day)) return ['CALENDAR_DEPENDENT'];
  if (fromDay !== null) return ['SEVERAL_READINGS', ...sometimesMissing(day)];
  return day === 31 ? ['DAY_NOT_ALWAYS'] : [];
}

export function sometimesMissing(day: DayInMonth): ReviewReason[] {
  return typeof day === 'number' && day > 28 ? ['DAY_NOT_ALWAYS'] : [];
}

function isOfQuarter(anchor: DayAnchor | null): anchor is QuarterAnchor {
  return anchor !== null && anchor.endsWith('quarter');
}
