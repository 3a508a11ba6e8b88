import type { Message } from '../../../app/ports/message.ts';
import { type PlanEvent, planById } from '../../../core/plan/plan-book.ts';
import { type DayRange, daysBetween, type LocalDate, yearOf } from '../../../core/time/local-date.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph } from '../message.ts';
import { pageOf, turning } from '../page.ts';
import { periodName } from '../period.ts';

const PER_PAGE = 8;

/** Events whose day lies in the range, by day. Those without a day are no answer to "when". */
export const eventsIn = (events: readonly PlanEvent[], { from, to }: DayRange): PlanEvent[] =>
  byDay(events.filter((event) => event.on !== null && from <= event.on && event.on <= to));

/** Events of the years of a range for which the plan gives no day. */
const undatedIn = (events: readonly PlanEvent[], { from, to }: DayRange): PlanEvent[] =>
  events.filter(({ on, year }) => on === null && year !== null && yearOf(from) <= year && year <= yearOf(to));

/** The next event after a day, null when the plan has none. */
const nextAfter = (events: readonly PlanEvent[], day: LocalDate): PlanEvent | null =>
  byDay(events.filter(({ on }) => on !== null && on > day))[0] ?? null;

const byDay = (events: PlanEvent[]): PlanEvent[] =>
  events.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));

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

/** The events of a range, a page at a time; those of its years without a day last; else what comes next. */
export function eventsMessage(frame: Frame, range: DayRange, skip = 0): Message {
  const { t, book } = frame;
  const period = periodName(t, range);
  const dated = eventsIn(book.events, range);
  // A whole year is asked for, or more: then also what the plan has only the year of.
  const undated = daysBetween(range.from, range.to) >= 300 ? undatedIn(book.events, range) : [];
  const shown = pageOf([...dated, ...undated], skip, PER_PAGE);
  const next = nextAfter(book.events, range.to);
  const comesNext = next === null ? [] : [paragraph(t('event.next', { event: eventLine(frame, next) }))];
  const meetings = button(t('button.meetings'), { kind: 'meetings', skip: 0 });
  if (shown.total === 0) {
    return message([entry(`📅 ${t('event.none', { period })}`), ...comesNext], [[meetings]]);
  }
  return message(
    [
      entry([bold(`📅 ${t('event.heading', { period })}`)], sourceOf(frame, shown.items)),
      ...shown.items.map((event) => entry(`• ${eventLine(frame, event)}`)),
      ...(shown.skip + PER_PAGE >= shown.total ? comesNext : []),
    ],
    [turning(frame, shown, (from) => ({ kind: 'events', ...range, skip: from })), [meetings]],
  );
}

/** Events found by their name. */
export const namedEventsMessage = (frame: Frame, events: readonly PlanEvent[]): Message =>
  message([
    entry([bold(`📅 ${sourceOf(frame, events)}`)]),
    ...byDay([...events]).map((event) => entry(`• ${eventLine(frame, event)}`)),
  ]);

function sourceOf({ t, book }: Frame, events: readonly PlanEvent[]): string {
  const plans = new Set(events.flatMap(({ planId }) => planById(book, planId)?.number ?? []));
  return t('event.source', { plans: [...plans].join(', ') });
}

/** `Chủ nhật 22/12/2024 · Kỷ niệm 80 năm … · còn 48 ngày`; without a day, the year and that the plan gives no day. */
function eventLine({ t, today }: Frame, event: PlanEvent): string {
  const name = eventName(event);
  if (event.on === null) return t('event.undated', { year: event.year ?? '', name });
  const line = t('event.entry', { date: weekdayDate(t, event.on), name });
  return event.on > today ? `${line} · ${t('day.left', { count: daysBetween(today, event.on) })}` : line;
}
