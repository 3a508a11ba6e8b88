import { previousWorkingDay, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { Obligation } from '../obligation/obligation.ts';
import { localDateAt, type Zone } from '../time/instant.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { daysOfQuarter, quarterOf, quartersOfYear } from '../time/quarter.ts';
import { AGAIN, type Stage } from './stages.ts';

const QUARTER = 'quarter-';
/** A quarter is asked about so long before it ends. */
const BEFORE_END_DAYS = 7;

const YEAR_KEY = /^\d{4}$/;

/** A task of a year without a day is asked about once a quarter. */
export function standingStages({ periodKey }: Pick<Obligation, 'periodKey'>, work: WorkCalendar): Stage[] {
  if (!YEAR_KEY.test(periodKey)) return [];
  return quartersOfYear(Number(periodKey)).map((quarter) => ({
    code: `${QUARTER}${quarter}`,
    on: previousWorkingDay(work, addDays(daysOfQuarter(quarter).to, -BEFORE_END_DAYS)),
  }));
}

/** Nothing falls due with it. */
export const isOfQuarter = (stage: string): boolean => stage.startsWith(QUARTER);

/** The day that a line of it is about: its last safe day; without one, the end of the quarter. */
export const lineDay = ({ dueOn }: Pick<Obligation, 'dueOn'>, today: LocalDate): LocalDate =>
  dueOn ?? daysOfQuarter(quarterOf(today)).to;

/** Whether a stage still asks something: of a task without a day, within its quarter, until somebody tells of it. */
export function isStillAsked(
  { dueOn, state, changedAt }: Pick<Obligation, 'dueOn' | 'state' | 'changedAt'>,
  stage: string,
  today: LocalDate,
  zone: Zone,
): boolean {
  if (dueOn !== null) return true;
  const quarter = quarterOf(today);
  const isTold = state !== 'not_started' && localDateAt(changedAt, zone) >= daysOfQuarter(quarter).from;
  return !isTold && (stage === `${QUARTER}${quarter}` || stage.startsWith(AGAIN));
}
