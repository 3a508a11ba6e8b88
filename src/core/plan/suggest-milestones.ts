import { addDays, type LocalDate } from '../time/local-date.ts';
import type { Decision } from './decision.ts';
import { officeMilestone } from './office-milestone.ts';
import { rowsWithoutDay } from './open-rows.ts';
import type { PlanReading } from './plan-reading.ts';

/** How many days before an event its row may get a milestone. */
const DAYS_BEFORE = [60, 30];

/** A day before an event, for the office to set as a milestone of its own; nothing is set by it. */
export interface SuggestedMilestone {
  readonly no: string;
  readonly event: string;
  readonly eventOn: LocalDate;
  readonly daysBefore: number;
  readonly on: LocalDate;
  readonly decision: Decision;
}

/** For rows without a day that name events: days before the next event that still leaves one from today on. */
export function suggestedMilestones(
  decided: Pick<PlanReading, 'tasks' | 'events'>,
  today: LocalDate,
): SuggestedMilestone[] {
  return rowsWithoutDay(decided, today).flatMap(({ no }) => {
    const ahead = decided.events
      .filter(({ taskNos }) => taskNos.includes(no))
      .flatMap(({ name, on }) => (on === null ? [] : daysBefore(no, name, on)))
      .filter(({ on }) => on >= today)
      .sort((one, other) => one.eventOn.localeCompare(other.eventOn));
    const [next] = ahead;
    return ahead.filter(({ event, eventOn }) => event === next?.event && eventOn === next.eventOn);
  });
}

const daysBefore = (no: string, event: string, eventOn: LocalDate): SuggestedMilestone[] =>
  DAYS_BEFORE.map((days) => {
    const on = addDays(eventOn, -days);
    const rule = { kind: 'once', on, inclusive: true, time: null, appliesTo: null } as const;
    return { no, event, eventOn, daysBefore: days, on, decision: officeMilestone(no, [rule]) };
  });
