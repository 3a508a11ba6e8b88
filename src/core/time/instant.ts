import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './local-date.ts';

/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly __brand: 'Instant' };

/** An IANA zone name such as `Asia/Ho_Chi_Minh`. */
export type Zone = string & { readonly __brand: 'Zone' };

/** Minutes since local midnight, 0–1439. */
export type MinuteOfDay = number & { readonly __brand: 'MinuteOfDay' };

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

export function instantOf(epochMilliseconds: number): Instant {
  if (!Number.isFinite(epochMilliseconds)) throw new RangeError(`not an instant: ${epochMilliseconds}`);
  return epochMilliseconds as Instant;
}

/** Reads ISO 8601 with an offset or `Z`; null for anything else. */
export function parseInstant(text: string): Instant | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds as Instant;
  } catch {
    return null;
  }
}

/** ISO 8601 with the zone's offset, to the second: `2024-11-04T07:55:00+07:00`. */
export function isoInZone(at: Instant, zone: Zone): string {
  return zoned(at, zone).toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
}

interface LocalDay {
  readonly zone: Zone;
  readonly date: LocalDate;
  readonly begins: number;
  /** When the next begins. */
  readonly ends: number;
}

/** The one asked for last: nearly everybody asks for today. */
let lastDay: LocalDay | null = null;

/** The calendar day of `at` in `zone`. */
export function localDateAt(at: Instant, zone: Zone): LocalDate {
  if (lastDay === null || lastDay.zone !== zone || at < lastDay.begins || at >= lastDay.ends) {
    lastDay = localDayAt(at, zone);
  }
  return lastDay.date;
}

function localDayAt(at: Instant, zone: Zone): LocalDay {
  const day = zoned(at, zone).startOfDay();
  const date = day.toPlainDate().toString() as LocalDate;
  return { zone, date, begins: day.epochMilliseconds, ends: day.add({ days: 1 }).epochMilliseconds };
}

export function minuteOfDayAt(at: Instant, zone: Zone): MinuteOfDay {
  const local = zoned(at, zone);
  return (local.hour * 60 + local.minute) as MinuteOfDay;
}

/** The instant at which `minute` of `date` begins in `zone`; in a gap of summer time, the instant after it. */
export function instantAt(date: LocalDate, minute: MinuteOfDay, zone: Zone): Instant {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time })
    .epochMilliseconds as Instant;
}

export function addMs(at: Instant, milliseconds: number): Instant {
  return (at + milliseconds) as Instant;
}

/** Minutes of `HH:mm`. Throws RangeError for anything else. */
export function minuteOfDay(text: string): MinuteOfDay {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match === null) throw new RangeError(`not a time of day: ${text}`);
  return (Number(match[1]) * 60 + Number(match[2])) as MinuteOfDay;
}

/** The zone if the runtime knows it, else null. */
export function parseZone(name: string): Zone | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId as Zone;
  } catch {
    return null;
  }
}

function zoned(at: Instant, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
