import {
  addDays,
  addMonths,
  type DayRange,
  dayOf,
  daysBetween,
  type LocalDate,
  lastDayOfMonth,
  mondayOf,
  monthOf,
  yearOf,
} from '../../core/time/local-date.ts';
import { type Quarter, quarterOf } from '../../core/time/quarter.ts';
import { fullDate, monthName, shortDate } from '../../i18n/days.ts';
import type { Translate } from '../../i18n/translator.ts';

type PeriodKind = 'month' | 'quarter' | 'years' | 'months' | 'week' | 'day' | 'range';

/** A range named as people name it: a month, a quarter, a week, years, a day, else from … to. */
export function periodName(t: Translate, { from, to }: DayRange): string {
  switch (kindOf({ from, to })) {
    case 'month':
      return t('day.month', { name: monthName(t, from), year: yearOf(from) });
    case 'quarter':
      return t('day.quarter', quarterParams(quarterOf(from)));
    case 'years':
      return t('day.year', { year: yearsText({ from: yearOf(from), to: yearOf(to) }) });
    case 'week':
      return weekName(t, from);
    case 'day':
      return t('day.one', { day: fullDate(from) });
    case 'months':
    case 'range':
      return t('day.range', { from: fullDate(from), to: fullDate(to) });
  }
}

/** `2024`, `2024–2025` */
export const yearsText = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? String(from) : `${from}–${to}`;

/** `Tuần 04–10/11/2024`, or with both months where the week crosses one. */
export function weekName(t: Translate, monday: LocalDate): string {
  const sunday = addDays(monday, 6);
  const from = monthOf(monday) === monthOf(sunday) ? shortDate(monday).slice(0, 2) : shortDate(monday);
  return t('day.week', { from, to: fullDate(sunday) });
}

/** The period of as many whole months, else of as many days, before (−1) or after (1). */
export function neighbour({ from, to }: DayRange, step: 1 | -1): DayRange {
  const months = wholeMonths({ from, to });
  if (months > 0) {
    const first = addMonths(from, step * months);
    return { from: first, to: addDays(addMonths(first, months), -1) };
  }
  const days = step * (daysBetween(from, to) + 1);
  return { from: addDays(from, days), to: addDays(to, days) };
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/** `IV/2024` */
export function quarterParams(quarter: Quarter) {
  const [year = '', number = ''] = quarter.split('-Q');
  return { quarter: `${ROMAN[Number(number) - 1] ?? number}/${year}` };
}

export const monthOfDay = (day: LocalDate): DayRange => ({
  from: addDays(day, 1 - dayOf(day)),
  to: lastDayOfMonth(yearOf(day), monthOf(day)),
});

export const weekOfDay = (day: LocalDate): DayRange => ({
  from: mondayOf(day),
  to: addDays(mondayOf(day), 6),
});

/** A short label for a button: `Tháng 12`, `Quý IV/2024`, `2025`, `07–12/2024`, else the dates. */
export function periodLabel(t: Translate, { from, to }: DayRange): string {
  switch (kindOf({ from, to })) {
    case 'month':
      return monthName(t, from);
    case 'quarter':
      return t('day.quarter', quarterParams(quarterOf(from)));
    case 'years':
      return yearsText({ from: yearOf(from), to: yearOf(to) });
    case 'months': {
      const isWithinYear = yearOf(from) === yearOf(to);
      return `${fullDate(from).slice(3, isWithinYear ? 5 : undefined)}–${fullDate(to).slice(3)}`;
    }
    case 'day':
      return shortDate(from);
    case 'week':
    case 'range':
      return `${shortDate(from)}–${shortDate(to)}`;
  }
}

function kindOf({ from, to }: DayRange): PeriodKind {
  if (from === to) return 'day';
  if (mondayOf(from) === from && to === addDays(from, 6)) return 'week';
  const months = wholeMonths({ from, to });
  if (months === 1) return 'month';
  if (months === 3 && monthOf(from) % 3 === 1) return 'quarter';
  if (months === 0) return 'range';
  return months % 12 === 0 && monthOf(from) === 1 ? 'years' : 'months';
}

/** 0 where the range begins or ends within a month. */
function wholeMonths({ from, to }: DayRange): number {
  if (dayOf(from) !== 1 || dayOf(addDays(to, 1)) !== 1) return 0;
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1;
}
