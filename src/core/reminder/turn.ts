import { nextWorkingDay, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { PersonId } from '../id.ts';
import { addDays, type LocalDate, mondayOf } from '../time/local-date.ts';
import { AGAIN, HANDED, isHanded, nextStageAfter, type Stage } from './stages.ts';
import { isOfQuarter } from './standing.ts';

/** What a person chose: to hear again on a day, or, with null, never. */
export interface Hold {
  readonly personId: PersonId;
  readonly until: LocalDate | null;
}

export interface SpokenTo {
  readonly personId: PersonId;
  readonly stage: string;
}

/** Nothing is due or overdue at such a stage: it may wait. */
export const mayWait = (stage: string): boolean => stage.startsWith('before-') || isOfQuarter(stage);

/** What is heard again on a day because somebody asked for it. */
const againOn = (stage: string, day: LocalDate): string => `${isHanded(stage) ? HANDED : AGAIN}-${day}`;

export const endsBy = ({ until }: Hold, today: LocalDate): boolean => until !== null && until <= today;

/**
 * To whom an obligation speaks today, at which stage: the stage reached, to those who hear of it and have not heard
 * it, less those who chose otherwise; and again to those who asked for today.
 */
export function spokenToday(
  reached: string,
  today: LocalDate,
  hearers: readonly PersonId[],
  holds: readonly Hold[],
  isSaid: (to: SpokenTo) => boolean,
): SpokenTo[] {
  const ended = holds.filter((hold) => endsBy(hold, today));
  const silent = new Set(holds.filter((hold) => !ended.includes(hold)).map((hold) => hold.personId));
  const usual = hearers
    .filter((personId) => !silent.has(personId))
    .map((personId) => ({ personId, stage: reached }))
    .filter((to) => !isSaid(to));
  const again = ended
    .filter(({ personId }) => hearers.includes(personId))
    .filter(({ personId }) => !usual.some((to) => to.personId === personId))
    .map(({ personId, until }) => ({ personId, stage: againOn(reached, until ?? today) }))
    .filter((to) => !isSaid(to));
  return [...usual, ...again];
}

/** The day on which an obligation must be looked at next: its next stage, a hold that ends, what had to wait. */
export function nextLookOn(
  stages: readonly Stage[],
  today: LocalDate,
  holds: readonly Hold[],
  waits: LocalDate | null,
): LocalDate | null {
  const days = [nextStageAfter(stages, today), waits, ...holds.map((hold) => hold.until)];
  return days.reduce(
    (next, day) => (day === null || day <= today || (next !== null && next < day) ? next : day),
    null,
  );
}

/** The first working day of the week after `today`'s. */
export const nextWeekOn = (today: LocalDate, calendar: WorkCalendar): LocalDate =>
  nextWorkingDay(calendar, addDays(mondayOf(today), 7));
