import { addDays, type LocalDate, localDate, monthOf, yearOf } from '../time/local-date.ts';
import type { ClusterKind } from './cluster.ts';

/** The time for which a unit holds an office in a cluster: a calendar year, or a school year from 1 September. */
export interface Term {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** How long before a term ends the office is asked who comes next. */
export const ASKED_DAYS_BEFORE = 31;

const FIRST_MONTH = { calendar_year: 1, school_year: 9 } as const satisfies Record<
  ClusterKind['calendar'],
  number
>;

/** The term that holds the day. */
export function termOf(day: LocalDate, calendar: ClusterKind['calendar']): Term {
  const month = FIRST_MONTH[calendar];
  const year = monthOf(day) >= month ? yearOf(day) : yearOf(day) - 1;
  return { from: firstOf(year, month), to: addDays(firstOf(year + 1, month), -1) };
}

/** Until when an office holds that begins on the day: whoever begins as a term runs out is meant for the next one. */
export function proposedEnd(from: LocalDate, calendar: ClusterKind['calendar']): LocalDate {
  const { to } = termOf(from, calendar);
  return from < addDays(to, -ASKED_DAYS_BEFORE) ? to : termOf(addDays(to, 1), calendar).to;
}

function firstOf(year: number, month: number): LocalDate {
  const day = localDate(year, month, 1);
  if (day === null) throw new Error(`no first day of ${year}-${month}`);
  return day;
}
