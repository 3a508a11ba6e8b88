import type { EventReading } from '../../core/plan/plan-reading.ts';
import { ImportRefused } from '../import-refusal.ts';
import { itemsOf } from '../plan-table/row-items.ts';
import type { TaskDraft } from '../plan-table/task-draft.ts';
import { type EventWords, eventsIn, sameEvent } from './event-words.ts';

/** More events than any plan names; they are compared with one another. */
const MAX_EVENTS = 2_000;

interface Sighting extends EventWords {
  readonly taskNo: string | null;
}

/** The events that the body lists and the rows name, each once, by year and day. */
export function readEvents(lines: readonly string[], tasks: readonly TaskDraft[]): EventReading[] {
  const lists = new Set(
    tasks.filter(({ title }) => eventsIn(title, null, false).length > 0).map(({ parentNo }) => parentNo),
  );
  const inTable = tasks.flatMap((task): Sighting[] => {
    const isListed = task.year !== null || (task.parentNo !== null && lists.has(task.parentNo));
    // "Dịp kỷ niệm … (28/7/1929-28/7/2026)" is a time as well.
    return [...eventsIn(task.title, task.year, isListed), ...eventsIn(task.deadlineText, null, false)].map(
      (event) => ({ ...event, taskNo: task.no }),
    );
  });
  const inBody = lines.flatMap((line): Sighting[] => {
    const [item] = itemsOf([line]);
    const year = item?.year ?? null;
    return eventsIn(year === null ? line : (item?.title ?? ''), year, year !== null).map((event) => ({
      ...event,
      taskNo: null,
    }));
  });
  const sightings = [...inBody, ...inTable];
  if (sightings.length > MAX_EVENTS)
    throw new ImportRefused('IMPORT_TOO_MANY_ROWS', { limitRows: MAX_EVENTS });
  return merged(sightings).sort((one, other) => (one.year ?? 9999) - (other.year ?? 9999));
}

function merged(sightings: readonly Sighting[]): EventReading[] {
  const events: { first: Sighting; all: Sighting[] }[] = [];
  for (const sighting of sightings) {
    const known = events.find((event) => sameEvent(event.first, sighting));
    if (known === undefined) events.push({ first: sighting, all: [sighting] });
    else known.all.push(sighting);
  }
  return events.map(({ first, all }) => {
    const taskNos = all.flatMap(({ taskNo }) => (taskNo === null ? [] : [taskNo]));
    const inBody = all.some(({ taskNo }) => taskNo === null);
    return {
      name: first.name,
      year: first.year,
      on: first.on,
      anniversary: first.anniversary,
      where: taskNos.length === 0 ? 'body' : inBody ? 'both' : 'table',
      taskNos: [...new Set(taskNos)],
    };
  });
}
