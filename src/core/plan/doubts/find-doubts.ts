import type { PlanReading } from '../plan-reading.ts';
import { deadlineDoubts } from './deadline-doubts.ts';
import { atTask, type Doubt, doubtOf } from './doubt.ts';
import { eventDoubts, mixedSeparators } from './event-doubts.ts';
import { headDoubts } from './head-doubts.ts';
import { leadDoubts } from './lead-doubts.ts';
import { rowDoubts } from './row-doubts.ts';

/** Everything about a reading that a person should look at, seen from the reading alone. */
export function findDoubts(reading: Pick<PlanReading, 'head' | 'tasks' | 'events'>): Doubt[] {
  const { head, tasks, events } = reading;
  return [
    ...headDoubts(head),
    ...leadDoubts(tasks),
    ...deadlineDoubts(head, tasks),
    ...rowDoubts(tasks),
    ...eventDoubts(events),
    ...tasks.flatMap((task) =>
      mixedSeparators(task.title).map((words) => doubtOf('DATE_SEPARATORS_MIXED', atTask(task.no), words)),
    ),
  ];
}
