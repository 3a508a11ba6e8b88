import type { Obligation } from './obligation.ts';

const AFTER_ALL_DAYS = '~';
const AFTER_ALL_HOURS = 24 * 60;

/** Orders by what comes due first: by day, then hour, then id; a day without an hour ends it, standing work comes last. */
export function byDue(
  one: Pick<Obligation, 'id' | 'dueOn' | 'dueMinute'>,
  other: Pick<Obligation, 'id' | 'dueOn' | 'dueMinute'>,
): number {
  const [day, otherDay] = [one.dueOn ?? AFTER_ALL_DAYS, other.dueOn ?? AFTER_ALL_DAYS];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  const hour = (one.dueMinute ?? AFTER_ALL_HOURS) - (other.dueMinute ?? AFTER_ALL_HOURS);
  if (hour !== 0) return hour;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
