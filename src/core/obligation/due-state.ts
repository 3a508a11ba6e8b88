import { type Instant, instantAt, localDateAt, type Zone } from '../time/instant.ts';
import { daysBetween, type LocalDate } from '../time/local-date.ts';
import { isOpen } from '../work/work-state.ts';
import type { Obligation } from './obligation.ts';

export type DueState = 'none' | 'in_time' | 'due_soon' | 'due_today' | 'grace' | 'overdue';

/** From how many days before the last safe day an obligation is "due soon". */
const SOON_DAYS = 14;

/** What time makes of an obligation on `today`. `none` for standing tasks and for closed work. */
export function dueState(
  obligation: Pick<Obligation, 'dueOn' | 'overdueFrom' | 'state'>,
  today: LocalDate,
): DueState {
  const { dueOn, overdueFrom } = obligation;
  if (dueOn === null || overdueFrom === null || !isOpen(obligation.state)) return 'none';
  if (today >= overdueFrom) return 'overdue';
  if (today > dueOn) return 'grace';
  if (today === dueOn) return 'due_today';
  return daysBetween(today, dueOn) <= SOON_DAYS ? 'due_soon' : 'in_time';
}

/** Done on a day from which it would have been overdue. */
export function isDoneLate(obligation: Pick<Obligation, 'doneOn' | 'overdueFrom'>): boolean {
  const { doneOn, overdueFrom } = obligation;
  return doneOn !== null && overdueFrom !== null && doneOn >= overdueFrom;
}

/** Whole days of delay, 1 on `overdueFrom` itself; 0 while not overdue. */
export function daysOverdue(
  obligation: Pick<Obligation, 'dueOn' | 'overdueFrom' | 'state'>,
  today: LocalDate,
): number {
  return dueState(obligation, today) === 'overdue' && obligation.overdueFrom !== null
    ? daysBetween(obligation.overdueFrom, today) + 1
    : 0;
}

/** The instant of a deadline that names an hour; null where it names none. */
export const dueHourOf = (
  { dueOn, dueMinute }: Pick<Obligation, 'dueOn' | 'dueMinute'>,
  zone: Zone,
): Instant | null => (dueOn === null || dueMinute === null ? null : instantAt(dueOn, dueMinute, zone));

/** Still open when the hour that it names has come; the word is "past its hour", from the next day on "overdue". */
export function isPastHour(
  obligation: Pick<Obligation, 'dueOn' | 'dueMinute' | 'overdueFrom' | 'state'>,
  now: Instant,
  zone: Zone,
): boolean {
  const dueAt = dueHourOf(obligation, zone);
  const isToday = dueState(obligation, localDateAt(now, zone)) === 'due_today';
  return isToday && dueAt !== null && dueAt <= now;
}

/** The days on which an obligation lies in a range: from `dueOn` to the later of `dueOn` and `namedOn`. */
export function liesIn(
  obligation: Pick<Obligation, 'dueOn' | 'namedOn'>,
  from: LocalDate,
  to: LocalDate,
): boolean {
  const { dueOn, namedOn } = obligation;
  if (dueOn === null) return false;
  const last = namedOn !== null && namedOn > dueOn ? namedOn : dueOn;
  return dueOn <= to && last >= from;
}
