import { yearOf } from '../../time/local-date.ts';
import type { Segment } from '../mentions/segment.ts';
import { type DeadlineRule, isDated, isFixedDay } from '../rule.ts';
import type { Phrase } from '../words/phrase.ts';
import { IN_YEAR, timesInYear } from './counts.ts';

/** Whether the rules, each sound by itself, leave out or contradict what was said of cycles, months and years. */
export function leavesOut(
  segments: readonly Segment[],
  rules: readonly DeadlineRule[],
  phrase: Phrase,
): boolean {
  return (
    losesReport(phrase, rules) ||
    losesCadence(segments, rules) ||
    comesTooSeldom(segments, rules) ||
    losesSpans(segments, rules) ||
    losesStretch(rules) ||
    fallsBack(segments, rules)
  );
}

/** "Trước ngày 25 hằng tháng, báo cáo quý": a report of another cycle than all the days. */
function losesReport({ folded }: Phrase, rules: readonly DeadlineRule[]): boolean {
  const cycle = REPORT.exec(folded)?.[1] ?? '';
  const inYear = REPORTS[cycle];
  return inYear !== undefined && rules.length > 0 && rules.every((rule) => isOfOther(rule, inYear));
}

const REPORT = /\bbao cao (tuan|thang|quy)\s*(?:[,;.)]|$)/;
const REPORTS: { readonly [cycle: string]: number } = {
  tuan: IN_YEAR.week,
  thang: IN_YEAR.month,
  quy: IN_YEAR.quarter,
};

const isOfOther = (rule: DeadlineRule, inYear: number): boolean =>
  ['weekly', 'monthly', 'quarterly'].includes(rule.kind) && timesInYear(rule) !== inYear;

/** "Lần đầu trước 30/6/2025; sau đó 6 tháng/lần": it is said that it comes back, and no day does. */
function losesCadence(segments: readonly Segment[], rules: readonly DeadlineRule[]): boolean {
  const comesBack = segments.some(({ every }) => every.some((cycle) => cycle !== 'on_demand'));
  return comesBack && rules.length > 0 && rules.every(({ kind }) => kind === 'once' || kind === 'range');
}

/** "Báo cáo hằng quý; báo cáo năm trước 15/12": a cycle that comes round more often than all the days. */
function comesTooSeldom(segments: readonly Segment[], rules: readonly DeadlineRule[]): boolean {
  const dated = rules.filter(({ kind }) => kind !== 'dependent');
  if (!dated.every(isCounted)) return false;
  const inYear = dated.reduce((sum, rule) => sum + (isMonthly(rule) ? IN_YEAR.month : timesInYear(rule)), 0);
  return inYear > 0 && segments.some(({ every }) => every.some((cycle) => IN_YEAR[cycle] > inYear));
}

/** "Hai tháng cuối năm, mỗi tháng ngày 20": every month of those that it is about. */
const isMonthly = (rule: DeadlineRule): boolean => rule.kind === 'monthly' && isFixedDay(rule.day);

/** A distance from the end of a period comes as often as the period. */
const isCounted = (rule: DeadlineRule): boolean => isDated(rule) && rule.kind !== 'relative';

/**
 * "Từ tháng 3 đến tháng 11, ngày 25 mỗi tháng", "quý I và III: ngày 10 tháng cuối quý": some of the months or quarters,
 * and a day in every one.
 */
function losesSpans(segments: readonly Segment[], rules: readonly DeadlineRule[]): boolean {
  const isUnbound = (rule: DeadlineRule): boolean =>
    isDated(rule) && (rule.since ?? rule.until) === undefined;
  const monthly = rules.some(
    (rule) => rule.kind === 'monthly' && rule.months === undefined && isUnbound(rule),
  );
  const quarterly = rules.some((rule) => rule.kind === 'quarterly' && isUnbound(rule));
  if (!monthly && !quarterly) return false;
  return segments.some(({ mentions }) =>
    mentions.some(
      ({ place, bound }) =>
        (monthly && place.kind === 'month' && bound === 'from') || (quarterly && place.kind === 'quarter'),
    ),
  );
}

/** "Cao điểm 01/12 - 31/01, báo cáo thứ Sáu hằng tuần": a stretch of days, and a day of every week. */
function losesStretch(rules: readonly DeadlineRule[]): boolean {
  const weekly = rules.some((rule) => rule.kind === 'weekly' && (rule.since ?? rule.until) === undefined);
  return weekly && rules.some((rule) => rule.kind === 'range' && rule.from !== null);
}

/** "Đợt 1 tháng 3, đợt cuối quý IV/2025": days that fall, beside years said that are not those of all. */
function fallsBack(segments: readonly Segment[], rules: readonly DeadlineRule[]): boolean {
  if (rules.length < 2) return false;
  const days = rules.flatMap((rule) =>
    rule.kind === 'once' ? [rule.on] : rule.kind === 'range' ? [rule.to] : [],
  );
  if (days.every((day, at) => day >= (days[at - 1] ?? day))) return false;
  const said = new Set(
    segments.flatMap(({ mentions }) =>
      mentions.flatMap(({ place }) => ('year' in place && place.year !== null ? [place.year] : [])),
    ),
  );
  return said.size > 0 && days.some((day) => !said.has(yearOf(day)));
}
