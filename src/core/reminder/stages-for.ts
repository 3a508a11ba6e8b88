import { nextWorkingDay, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { Obligation } from '../obligation/obligation.ts';
import { addDays } from '../time/local-date.ts';
import { type LadderSource, ladderOf } from './ladder-of.ts';
import { type Stage, stagesOf } from './stages.ts';
import { standingStages } from './standing.ts';

type Timed = Pick<
  Obligation,
  'dueOn' | 'overdueFrom' | 'dueMinute' | 'periodKey' | 'taskId' | 'clusterId' | 'step' | 'meeting'
>;

/**
 * The stages of an obligation under the office's ladders, by day. While a conference is fixed for a day, nothing
 * speaks until it is over; on the working day after it is asked once whether it was held.
 */
export function stagesFor(
  obligation: Timed,
  ladders: LadderSource,
  calendar: WorkCalendar,
): readonly Stage[] {
  if (obligation.dueOn === null) return standingStages(obligation, calendar);
  const stages = stagesOf(obligation, ladderOf(obligation, ladders), calendar);
  const { step, meeting } = obligation;
  if (step !== 'scheduled' || meeting === null) return stages;
  const asked = nextWorkingDay(calendar, addDays(meeting.on, 1));
  return [{ code: `meeting-${meeting.on}`, on: asked }, ...stages.filter((stage) => stage.on > asked)];
}
