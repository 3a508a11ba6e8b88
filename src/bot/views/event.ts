import type { DayRange } from '../../app/due-in-range.ts';
import type { Message } from '../../app/ports/message.ts';
import type { PlanEvent } from '../../core/plan/plan-book.ts';
import { fullDate } from '../../i18n/days.ts';
import type { Frame } from './frame.ts';
import { bold, entry, message, saying } from './message.ts';
import { periodName } from './period.ts';

/** Events whose day lies in the range, by day. Those without a day are no answer to "when". */
export const eventsIn = (events: readonly PlanEvent[], { from, to }: DayRange): PlanEvent[] =>
  events
    .filter((event) => event.on !== null && from <= event.on && event.on <= to)
    .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));

/**
 * The plan's name of an event; where the count of years that it states is not what its own years give, the number
 * is left out: a doubtful count is never repeated as ours.
 */
export function eventName(event: PlanEvent): string {
  const { year, baseYear, statedCount } = event;
  if (baseYear === null || statedCount === null || year === null || year - baseYear === statedCount) {
    return event.name;
  }
  return event.name.replace(new RegExp(`\\s*\\b${statedCount} năm\\b`, 'u'), '');
}

export function eventsMessage(frame: Frame, range: DayRange): Message {
  const { t, book } = frame;
  const period = periodName(t, range);
  const events = eventsIn(book.events, range);
  if (events.length === 0) return saying(t('event.none', { period }));
  return message([
    entry([bold(t('event.heading', { period }))]),
    ...events.map((event) =>
      entry(
        `• ${t('event.entry', {
          date: event.on === null ? '' : fullDate(event.on),
          name: eventName(event),
        })}`,
      ),
    ),
  ]);
}
