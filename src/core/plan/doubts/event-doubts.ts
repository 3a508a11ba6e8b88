import type { EventReading } from '../plan-reading.ts';
import { type Doubt, type DoubtPlace, doubtOf } from './doubt.ts';

/** Anniversaries whose count does not fit their years, and events that the table of tasks leaves out. */
export function eventDoubts(events: readonly EventReading[]): Doubt[] {
  const tableHasEvents = events.some((event) => event.where !== 'body');
  return events.flatMap((event) => {
    const place: DoubtPlace = { kind: 'event', name: event.name };
    const doubts: Doubt[] = [];
    const { anniversary } = event;
    if (
      anniversary !== null &&
      anniversary.computed !== null &&
      anniversary.computed !== anniversary.stated
    ) {
      doubts.push(
        doubtOf('ANNIVERSARY_WRONG', place, event.name, [`${anniversary.computed}`, `${anniversary.stated}`]),
      );
    }
    if (event.where === 'body' && tableHasEvents)
      doubts.push(doubtOf('EVENT_ONLY_IN_BODY', place, event.name));
    return doubts;
  });
}

const RANGE =
  /\(\s*(\d{1,2}\s*[/.]\s*\d{1,2}\s*[/.]\s*\d{4})\s*[-–]\s*(\d{1,2}\s*[/.]\s*\d{1,2}\s*[/.]\s*\d{4})\s*\)/gu;

/** Dates written with dots on one side and slashes on the other: read, but perhaps a slip of the pen. */
export function mixedSeparators(title: string): string[] {
  return [...title.matchAll(RANGE)]
    .map(([words]) => words)
    .filter((words) => words.includes('.') && words.includes('/'));
}
