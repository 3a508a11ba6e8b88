import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { deadlineDays } from '../deadline/days.ts';
import type { NamedDay } from '../deadline/named-day.ts';
import type { ClusterId, PersonId, TaskId } from '../id.ts';
import type { Owner } from '../obligation/obligation.ts';
import type { Settings } from '../organisation/settings.ts';
import type { Task } from '../plan/plan-book.ts';
import { nextSendMoment } from '../slot/slots.ts';
import { type Instant, instantAt, minuteOfDay } from '../time/instant.ts';

/** Who may be given a task at once: units, or clusters that owe it once through their heads. */
export type Recipient = Extract<Owner, { kind: 'unit' | 'cluster' }>;

/** A task of the day: given at once, outside a plan, with an hour. What it says is its task. */
export interface Assignment {
  readonly taskId: TaskId;
  readonly givenBy: PersonId;
  readonly givenAt: Instant;
  /** The cluster whose own item it is, asked for a task that the cluster owes; null for tasks of the day. */
  readonly clusterId: ClusterId | null;
  /** By when it is to be done: the hour named, else when the office closes on the last safe day. */
  readonly dueAt: Instant;
  /** Hỏa tốc: said outside office hours too. */
  readonly urgent: boolean;
  /** When its hour was changed, or it was withdrawn. */
  readonly changedAt: Instant | null;
  /** By which update; a second run of it finds the first one's effect. */
  readonly changeKey: string | null;
  /** The next instant at which those who have not done it are reminded. */
  readonly nextStageAt: Instant | null;
  readonly revision: number;
}

/** The instant that a named day and hour come to. */
export function dueAtOf(
  { on, inclusive, time }: Pick<NamedDay, 'on' | 'inclusive' | 'time'>,
  { hours, zone, deadlineReading }: Pick<Settings, 'hours' | 'zone' | 'deadlineReading'>,
): Instant {
  const { dueOn } = deadlineDays({ namedOn: on, inclusive, time }, deadlineReading);
  return instantAt(dueOn, time === null ? hours.to : minuteOfDay(time), zone);
}

/** When it is told, sent now: at once where it is urgent, else when something may be sent to many. */
export const toldAtOf = (
  { urgent }: Pick<Assignment, 'urgent'>,
  now: Instant,
  settings: Settings,
  work: WorkCalendar,
): Instant => (urgent ? now : nextSendMoment(now, settings, work));

/** The day that a task of the day names; null for other tasks. */
export function namedDayOf({ given, rules }: Task): NamedDay | null {
  const rule = given === true ? rules[0]?.rule : undefined;
  return rule?.kind === 'once' ? rule : null;
}
