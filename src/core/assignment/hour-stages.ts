import { isWorkingDay, previousWorkingDay, type WorkCalendar } from '../calendar/work-calendar.ts';
import { type Ladder, ladderAt } from '../organisation/ladder.ts';
import type { Settings } from '../organisation/settings.ts';
import { nextOfficeMoment } from '../slot/slots.ts';
import {
  addMs,
  HOUR_MS,
  type Instant,
  instantAt,
  localDateAt,
  MINUTE_MS,
  type MinuteOfDay,
  minuteOfDayAt,
} from '../time/instant.ts';
import { addDays } from '../time/local-date.ts';
import type { Assignment } from './assignment.ts';

/** `half`: half the time is left; `near-2`: two hours are; `hour`: it has come. */
export type HourStageCode = 'half' | `near-${number}` | 'hour';

export interface HourStage {
  readonly code: HourStageCode;
  readonly at: Instant;
}

/** Two words nearer to each other than this are one. */
const APART_MS = HOUR_MS;
/** What falls after hours is said so long before the office closes, when something can still be done. */
const BEFORE_CLOSING_MINUTES = 30;

/**
 * The short ladder of a task of the day, by instant: stages before its hour, which outside office hours move back to
 * the last office moment and fall away where nothing is left of them after it was given, at half the time left and so
 * many hours before; and the hour itself, which moves forward. Without hours before it the hour alone speaks. Nearer
 * than an hour to each other the later one wins. What is urgent keeps its instants, save the half: at that no hour has
 * come for which anybody must be woken.
 */
export function hourStages(
  { givenAt, dueAt, urgent, clusterId }: Pick<Assignment, 'givenAt' | 'dueAt' | 'urgent' | 'clusterId'>,
  settings: Settings,
  work: WorkCalendar,
): HourStage[] {
  const { hours } = ladderAt('hour', { clusterId, work: 'given', planId: null }, settings);
  const left = dueAt - givenAt;
  const half: HourStage = { code: 'half', at: addMs(givenAt, Math.floor(left / 2 / MINUTE_MS) * MINUTE_MS) };
  const before = (hours.length === 0 ? [] : [half, ...nearStages(dueAt, hours)])
    .map(({ code, at }) => ({
      code,
      at: urgent && code !== 'half' ? at : lastOfficeMoment(at, settings, work),
    }))
    .filter(({ at }) => at > givenAt && at < dueAt)
    .toSorted((one, other) => one.at - other.at);
  const hour: HourStage = { code: 'hour', at: urgent ? dueAt : nextOfficeMoment(dueAt, settings, work) };
  return [...before.filter(isApart), hour];
}

/**
 * What is left of the ladder for a plan's task that names an hour, once the word of its day's morning is said, which
 * stands for the half: so many hours before, moved back into office hours, and the hour itself where the office is
 * open.
 */
export function hourStagesAfter(
  morning: Instant,
  dueAt: Instant,
  hours: Ladder['hours'],
  settings: Settings,
  work: WorkCalendar,
): HourStage[] {
  const near = nearStages(dueAt, hours).map(({ code, at }) => ({
    code,
    at: lastOfficeMoment(at, settings, work),
  }));
  const isOpen = nextOfficeMoment(dueAt, settings, work) === dueAt;
  const stages: HourStage[] = isOpen ? [...near, { code: 'hour', at: dueAt }] : near;
  return stages.filter(({ at }) => at - morning >= APART_MS).filter(isApart);
}

/** Nearer than that to the one after it, a stage gives way. */
const isApart = ({ at }: HourStage, index: number, all: readonly HourStage[]): boolean =>
  (all[index + 1]?.at ?? Infinity) - at >= APART_MS;

const nearStages = (dueAt: Instant, hours: Ladder['hours']): HourStage[] =>
  hours
    .toSorted((a, b) => b - a)
    .map((count) => ({ code: `near-${count}`, at: addMs(dueAt, -count * HOUR_MS) }));

export const nextHourStage = (stages: readonly HourStage[], after: Instant): Instant | null =>
  stages.find(({ at }) => at > after)?.at ?? null;

/** The stage that speaks now: the latest one reached. Null before the first. */
export const hourStageReached = (stages: readonly HourStage[], now: Instant): HourStage | null =>
  stages.findLast(({ at }) => at <= now) ?? null;

/** `at` itself in office hours, else a while before the office closed last. */
function lastOfficeMoment(at: Instant, { zone, hours }: Settings, work: WorkCalendar): Instant {
  const day = localDateAt(at, zone);
  const minute = minuteOfDayAt(at, zone);
  const isOpen = isWorkingDay(work, day) && minute >= hours.from;
  if (isOpen && minute < hours.to) return at;
  const last = isOpen ? day : previousWorkingDay(work, addDays(day, -1));
  const closing = Math.max(hours.from, hours.to - BEFORE_CLOSING_MINUTES) as MinuteOfDay;
  return instantAt(last, closing, zone);
}

/** The stage of a line, and back. The hour stands in it, so that one that was moved is spoken of anew. */
export const lineStageOf = (code: HourStageCode, dueAt: Instant): string => `${code}-${dueAt}`;
export const isHourLine = (stage: string): boolean => stage.startsWith('hour-');
