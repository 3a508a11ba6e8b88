import {
  addDays,
  addMonths,
  type DayRange,
  dayOf,
  daysBetween,
  type LocalDate,
  lastDayOfMonth,
  localDate,
  mondayOf,
  monthOf,
  yearOf,
} from '../../core/time/local-date.ts';
import { fullDate, monthName, shortDate } from '../../i18n/days.ts';
import type { Translate } from '../../i18n/translator.ts';

type PeriodKind = 'month' | 'year' | 'week' | 'day' | 'range';

/** A range named as people name it: a month, a week, a year, a day, else from … to. */
export function periodName(t: Translate, { from, to }: DayRange): string {
  switch (kindOf({ from, to })) {
    case 'month':
      return t('day.month', { name: monthName(t, from), year: yearOf(from) });
    case 'year':
      return t('day.year', { year: yearOf(from) });
    case 'week':
      return weekName(t, from);
    case 'day':
      return t('day.one', { day: fullDate(from) });
    case 'range':
      return t('day.range', { from: fullDate(from), to: fullDate(to) });
  }
}

/** `Tuần 04–10/11/2024`, or with both months where the week crosses one. */
export function weekName(t: Translate, monday: LocalDate): string {
  const sunday = addDays(monday, 6);
  const from = monthOf(monday) === monthOf(sunday) ? shortDate(monday).slice(0, 2) : shortDate(monday);
  return t('day.week', { from, to: fullDate(sunday) });
}

/** The period of the same kind before (−1) or after (1). */
export function neighbour({ from, to }: DayRange, step: 1 | -1): DayRange {
  switch (kindOf({ from, to })) {
    case 'month':
      return monthOfDay(addMonths(from, step));
    case 'year': {
      const year = yearOf(from) + step;
      return { from: localDate(year, 1, 1) ?? from, to: localDate(year, 12, 31) ?? to };
    }
    case 'week':
    case 'day':
    case 'range': {
      const days = step * (daysBetween(from, to) + 1);
      return { from: addDays(from, days), to: addDays(to, days) };
    }
  }
}

export const monthOfDay = (day: LocalDate): DayRange => ({
  from: addDays(day, 1 - dayOf(day)),
  to: lastDayOfMonth(yearOf(day), monthOf(day)),
});

export const weekOfDay = (day: LocalDate): DayRange => ({
  from: mondayOf(day),
  to: addDays(mondayOf(day), 6),
});

/** A short label for a button: `Tháng 12`, `2025`, else the dates. */
export function periodLabel(t: Translate, range: DayRange): string {
  switch (kindOf(range)) {
    case 'month':
      return monthName(t, range.from);
    case 'year':
      return String(yearOf(range.from));
    case 'day':
      return shortDate(range.from);
    case 'week':
    case 'range':
      return `${shortDate(range.from)}–${shortDate(range.to)}`;
  }
}

function kindOf({ from, to }: DayRange): PeriodKind {
  if (from === to) return 'day';
  const month = monthOfDay(from);
  if (month.from === from && month.to === to) return 'month';
  if (mondayOf(from) === from && to === addDays(from, 6)) return 'week';
  const wholeYear = yearOf(from) === yearOf(to) && from.endsWith('-01-01') && to.endsWith('-12-31');
  return wholeYear ? 'year' : 'range';
}
