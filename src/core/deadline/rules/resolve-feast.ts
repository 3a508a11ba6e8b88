import { lunarOf, solarOf } from '../../calendar/lunar.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Placed } from '../atoms/atom.ts';
import { completeDay, monthDay } from '../atoms/span.ts';
import type { Mention } from '../mentions/segment.ts';
import type { ReviewReason } from '../reading.ts';
import { type Frame, type Piece, piece, yearFor } from './frame.ts';
import { traits } from './resolve-day.ts';

const LONGEST_LUNAR_MONTH = 30;

export function lunarDate(mention: Mention, place: Placed<'date'>, frame: Frame): Piece {
  const { month, year } = place;
  const day = place.day === 'last' ? 30 : place.day;
  if (day > LONGEST_LUNAR_MONTH) return piece([], ['IMPOSSIBLE_DATE']);
  const common = traits(mention, frame);
  if (year === null && frame.recurring)
    return piece([{ kind: 'yearly_lunar', by: monthDay(month, day), ...common }], ['CALENDAR_DEPENDENT']);
  const lunarYear = year ?? frame.label?.year ?? null;
  const on = lunarDay(month, day, lunarYear, frame.context.now);
  return piece([{ kind: 'once', on, ...common }], lunarYear === null ? ['CALENDAR_DEPENDENT'] : []);
}

/** The day in the lunar year, or the next such day. */
function lunarDay(month: number, day: number, year: number | null, now: LocalDate): LocalDate {
  if (year !== null) return solarOf(year, month, day);
  const lunarYear = lunarOf(now).year;
  const here = solarOf(lunarYear, month, day);
  return here >= now ? here : solarOf(lunarYear + 1, month, day);
}

export function feast(mention: Mention, place: Placed<'feast'>, frame: Frame): Piece {
  const { month, day, lunar } = place;
  if (lunar && day > LONGEST_LUNAR_MONTH) return piece([], ['IMPOSSIBLE_DATE']);
  const year = place.year ?? frame.label?.year ?? null;
  const common = traits(mention, frame);
  const by = monthDay(month, day);
  const reasons: ReviewReason[] = ['FEAST_NOT_DAY'];
  if (year === null && frame.recurring) {
    return piece(
      [lunar ? { kind: 'yearly_lunar', by, ...common } : { kind: 'yearly', by, yearOffset: 0, ...common }],
      reasons,
    );
  }
  const on = lunar
    ? lunarDay(month, day, year, frame.context.now)
    : completeDay(year ?? yearFor(frame, month, day).year, month, day);
  return piece([{ kind: 'once', on, ...common }], reasons);
}
