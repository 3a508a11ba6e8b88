import {
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  type WorkCalendar,
} from '../calendar/work-calendar.ts';
import type { Settings, WeeklyTime } from '../organisation/settings.ts';
import { type Instant, instantAt, localDateAt, minuteOfDayAt } from '../time/instant.ts';
import { addDays, type LocalDate, mondayOf } from '../time/local-date.ts';

/** Work that the office's time brings round. */
export type SlotKind = 'roll_forward' | 'reminders' | 'urgent_reminders' | 'digest' | 'overview';

export interface Slot {
  readonly kind: SlotKind;
  readonly on: LocalDate;
  readonly at: Instant;
}

/** However long the program was away, every kind's latest slot is nearer than this: Tết leaves a week without digest. */
const RARELY_APART_DAYS = 21;

/**
 * The slots in (after, until], of each kind only the latest: what was missed is caught up as of now, once, not day
 * by day. Reminders speak on working days, on days off those of HỎA TỐC alone; the digest on its weekday, or the next
 * working day of that week; overviews on theirs, or where the rest of the week is off on the working day before.
 */
export function slotsBetween(
  after: Instant,
  until: Instant,
  settings: Settings,
  calendar: WorkCalendar,
): Slot[] {
  const last = localDateAt(until, settings.zone);
  const first = localDateAt(after, settings.zone);
  const farthest = addDays(last, -RARELY_APART_DAYS);
  const earliest = first > farthest ? first : farthest;
  const latest = new Map<SlotKind, Slot>();
  for (let day = earliest; day <= last; day = addDays(day, 1)) {
    for (const slot of slotsOn(day, settings, calendar)) {
      if (slot.at > after && slot.at <= until) latest.set(slot.kind, slot);
    }
  }
  return [...latest.values()].sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1));
}

/** The first slot after the instant. Some slot exists every day. */
export function nextSlotAfter(after: Instant, settings: Settings, calendar: WorkCalendar): Instant {
  for (let day = localDateAt(after, settings.zone); ; day = addDays(day, 1)) {
    const next = slotsOn(day, settings, calendar)
      .map((slot) => slot.at)
      .filter((at) => at > after)
      .sort((a, b) => a - b)[0];
    if (next !== undefined) return next;
  }
}

/** `at` itself in office hours of a working day, else the next opening of the office. */
export function nextOfficeMoment(at: Instant, settings: Settings, calendar: WorkCalendar): Instant {
  const today = localDateAt(at, settings.zone);
  const { from, to } = settings.hours;
  const minute = minuteOfDayAt(at, settings.zone);
  if (isWorkingDay(calendar, today) && minute < to) {
    return minute >= from ? at : instantAt(today, from, settings.zone);
  }
  return instantAt(nextWorkingDay(calendar, addDays(today, 1)), from, settings.zone);
}

/** `at` itself in office hours of a working day, else the reminders of the next: one message with them. */
export function nextMorning(at: Instant, settings: Settings, calendar: WorkCalendar): Instant {
  const open = nextOfficeMoment(at, settings, calendar);
  if (open === at) return at;
  const reminders = instantAt(localDateAt(open, settings.zone), settings.remindersAt, settings.zone);
  return reminders > open ? reminders : open;
}

/** What a person sends of their own accord may go out so long before the office opens and after it closes. */
const LEEWAY_MINUTES = 30;

/** `at` itself where a person may have something sent to many then, else the next opening of the office. */
export function nextSendMoment(at: Instant, settings: Settings, calendar: WorkCalendar): Instant {
  const { from, to } = settings.hours;
  const hours = {
    from: Math.max(0, from - LEEWAY_MINUTES) as Settings['remindersAt'],
    to: (to + LEEWAY_MINUTES) as Settings['remindersAt'],
  };
  const isWithin = nextOfficeMoment(at, { ...settings, hours }, calendar) === at;
  return isWithin ? at : nextOfficeMoment(at, settings, calendar);
}

function slotsOn(day: LocalDate, settings: Settings, calendar: WorkCalendar): Slot[] {
  const at = (minute: Settings['remindersAt']) => instantAt(day, minute, settings.zone);
  const slots: Slot[] = [{ kind: 'roll_forward', on: day, at: instantAt(day, MIDNIGHT, settings.zone) }];
  const kind = isWorkingDay(calendar, day) ? 'reminders' : 'urgent_reminders';
  slots.push({ kind, on: day, at: at(settings.remindersAt) });
  if (day === digestDay(day, settings.digest, calendar)) {
    slots.push({ kind: 'digest', on: day, at: at(settings.digest.at) });
  }
  for (const overview of settings.overviews) {
    if (day === overviewDay(day, overview, calendar)) {
      slots.push({ kind: 'overview', on: day, at: at(overview.at) });
    }
  }
  return slots;
}

const MIDNIGHT = 0 as Settings['remindersAt'];

/** The day of the digest in the week of `day`; null in a week whose remaining days are all off. */
function digestDay(day: LocalDate, { weekday }: WeeklyTime, calendar: WorkCalendar): LocalDate | null {
  const wanted = addDays(mondayOf(day), weekday - 1);
  const held = nextWorkingDay(calendar, wanted);
  return mondayOf(held) === mondayOf(day) ? held : null;
}

function overviewDay(day: LocalDate, time: WeeklyTime, calendar: WorkCalendar): LocalDate | null {
  const following = digestDay(day, time, calendar);
  if (following !== null) return following;
  const held = previousWorkingDay(calendar, addDays(mondayOf(day), time.weekday - 1));
  return mondayOf(held) === mondayOf(day) ? held : null;
}
