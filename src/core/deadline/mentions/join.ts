import type { Place, Placed } from '../atoms/atom.ts';
import { dayOfSpan, monthDay, spanOf } from '../atoms/span.ts';
import { isFixedDay } from '../rule.ts';
import type { Phrase } from '../words/phrase.ts';
import type { Mention, Segment } from './segment.ts';

/** A deadline in the making: one place, or from one to another. */
export interface Claim {
  readonly start: Mention | null;
  readonly end: Mention;
}

/** Places that are days of their own; beside them a month or a year only says what the work is about. */
const SHARP: ReadonlySet<Place['kind']> = new Set(['date', 'days', 'day', 'floating', 'week', 'weekday']);

export const isSharpPlace = (place: Place): boolean => SHARP.has(place.kind);
export const isSharp = (mention: Mention): boolean => isSharpPlace(mention.place);

/**
 * Puts together what was said apart: "ngày cuối của" + "tháng 6", "tuần 2" + "tháng 12/2024", "học kỳ I" + "năm học
 * 2024-2025".
 */
export function joined({ mentions, every }: Pick<Segment, 'mentions' | 'every'>): Mention[] {
  const result: Mention[] = [];
  for (const mention of shareYears(mentions)) {
    const last = result.at(-1);
    const isOwn = last?.opened === true || !every.includes('month');
    if (last !== undefined && isOwn && isDayOf(last, mention)) {
      const { day } = mention.place as Extract<Place, { kind: 'day' }>;
      const { month, year } = last.place as Extract<Place, { kind: 'month' }>;
      result[result.length - 1] = {
        ...mention,
        place: { kind: 'date', day: day as number, month, year, style: 'assembled' },
        joined: last.joined,
      };
      continue;
    }
    if (last !== undefined && opensDaysOf(last, mention)) {
      const { month, year } = last.place as Extract<Place, { kind: 'month' }>;
      result[result.length - 1] = { ...mention, place: inMonth(mention, month, year), joined: last.joined };
      continue;
    }
    const place = last === undefined ? null : (endOfDays(last, mention) ?? combined(last, mention));
    if (last !== undefined && last.bound === 'from' && mention.bound === 'to' && place !== null) {
      result.push({ ...mention, place });
      continue;
    }
    if (last === undefined || place === null) result.push(mention);
    else if (mention.joined === 'and')
      result.push({ ...last, place, from: mention.from, to: mention.to, joined: 'and' });
    else {
      const shift = last.shift ?? mention.shift;
      result[result.length - 1] = { ...last, place, to: mention.to, shift, time: last.time ?? mention.time };
    }
  }
  return result.length < mentions.length ? shareYears(result) : result;
}

/** "Tháng 6/2025 (xong trước ngày 20)": a day beside its month. */
function isDayOf({ place }: Mention, { place: day, anchor, bound }: Mention): boolean {
  if (place.kind !== 'month' || day.kind !== 'day' || anchor !== null || bound === null) return false;
  return typeof day.day === 'number' && day.fromDay === null && bound !== 'to' && bound !== 'from';
}

/** "Tháng 11/2024 (từ ngày 15 đến ngày 20)": days beside their month. */
function opensDaysOf({ place, bound }: Mention, { place: day, anchor, bound: opening }: Mention): boolean {
  if (place.kind !== 'month' || bound === 'from' || day.kind !== 'day' || anchor !== null) return false;
  return opening === 'from' && typeof day.day === 'number';
}

function endOfDays({ place, bound }: Mention, mention: Mention): Place | null {
  if (place.kind !== 'date' || place.style !== 'assembled' || bound !== 'from') return null;
  const { place: day, anchor, bound: closing } = mention;
  if (day.kind !== 'day' || anchor !== null || closing !== 'to') return null;
  return inMonth(mention, place.month, place.year);
}

function inMonth({ place }: Mention, month: number, year: number | null): Place {
  const day = place.kind === 'day' && isFixedDay(place.day) ? place.day : 'last';
  return { kind: 'date', day, month, year, style: 'assembled' };
}

/** "Trước ngày 30/6 và 31/12 năm 2024 và 2025": the days in each year of a row. */
export function inEachYear(mentions: readonly Mention[], phrase: Phrase): Mention[] {
  const result: Mention[] = [];
  for (const [at, mention] of mentions.entries()) {
    const { place, from, to } = mention;
    const year = place.kind === 'year' ? place.year : null;
    const days = year === null ? [] : daysOfOneYear(result);
    const last = result.at(-1);
    if (days.length > 0 && last !== undefined && isFurtherYear(last, mention, mentions[at + 1], phrase))
      result.push(
        ...days.map((day): Dated => ({ ...day, place: { ...day.place, year }, from, to, joined: 'and' })),
      );
    else result.push(mention);
  }
  return result;
}

interface Dated extends Mention {
  readonly place: Placed<'date'>;
}

const isDated = (mention: Mention): mention is Dated => mention.place.kind === 'date';

/** The days joined in a row at the end, all of the year of the last. */
function daysOfOneYear(mentions: readonly Mention[]): readonly Dated[] {
  const days: Dated[] = [];
  for (const mention of mentions.toReversed()) {
    const next = days[0];
    if (!isDated(mention) || mention.place.year === null) break;
    if (next !== undefined && (next.joined !== 'and' || next.place.year !== mention.place.year)) break;
    days.unshift(mention);
  }
  return days;
}

/** Joined to the day before, and no beginning of something new: "…, năm 2025 trước ngày 30/11". */
const isFurtherYear = (
  before: Mention,
  year: Mention,
  next: Mention | undefined,
  { folded }: Phrase,
): boolean =>
  YEAR_JOINT.test(folded.slice(before.to, year.from)) && YEAR_END.test(folded.slice(year.to, next?.from));

const YEAR_JOINT = /^\s*(?:,|&|va)\s*(?:nam\s)?$/;
const YEAR_END = /^\s*(?:$|[,;.)&]|va\b)/;

/** Pairs the two ends of each range. */
export function claimsOf(mentions: readonly Mention[]): Claim[] {
  const claims: Claim[] = [];
  for (const mention of mentions) {
    const last = claims.at(-1);
    if (last !== undefined && last.start === null && isRange(last.end, mention)) {
      claims[claims.length - 1] = { start: last.end, end: mention };
    } else if (last !== undefined && last.start !== null && goesFurther(last.end, mention)) {
      claims[claims.length - 1] = { start: last.start, end: mention };
    } else claims.push({ start: null, end: mention });
  }
  return claims;
}

/** "Tháng 10 - 11 - 12/2024". */
const goesFurther = (end: Mention, next: Mention): boolean =>
  next.joined === 'dash' &&
  next.place.kind === 'month' &&
  end.place.kind === 'month' &&
  end.place.year === null;

function isRange(start: Mention, end: Mention): boolean {
  if (start.bound === 'from') {
    if (end.bound === 'from' || end.bound === 'after') return false;
    // "Áp dụng từ 01/01/2026, doanh thu của năm 2026 …"
    if (isSharp(start) && end.place.kind === 'year' && end.bound === null && end.joined !== 'dash')
      return false;
    return !(end.bound === null && end.joined === 'and') && !isOnset(start, end);
  }
  if (start.bound !== null && start.bound !== 'in')
    return end.joined === 'dash' && start.place.kind === end.place.kind && end.bound === null;
  // "Kết quả năm 2024: đến ngày 15/01", "15/12 (số liệu đến năm 2024)", "đăng ký năm 2025 đến hết ngày 23/4".
  if (end.opened || (YEARS.has(start.place.kind) && isSharp(end))) return false;
  const alike =
    start.place.kind === end.place.kind || (start.place.kind === 'day' && end.place.kind === 'date');
  const dashed = end.joined === 'dash' && end.from - start.to <= LONGEST_ROW_JOINT;
  return alike ? dashed || end.bound === 'to' : end.bound === 'to' && end.joined !== 'and';
}

const YEARS: ReadonlySet<Place['kind']> = new Set(['year', 'years', 'school']);

/** "Từ năm 2022, trước ngày 15/02", "từ 01/01/2025, trước ngày 25 hằng tháng": whence a day holds. */
export function isOnset({ place, bound }: Mention, end: Mention): boolean {
  // "Từ quý II/2025: thứ Hai đầu tháng"
  if (bound === 'from' && end.opened && end.bound === null && !isSharpPlace(place))
    return 'year' in place && place.year !== null && ['day', 'weekday'].includes(end.place.kind);
  if (bound !== 'from' || (end.bound !== 'before' && end.bound !== 'by')) return false;
  if (end.place.kind === 'day') return place.kind === 'year' || ('year' in place && place.year !== null);
  return (place.kind === 'year' || place.kind === 'school') && end.bound === 'before' && isSharp(end);
}

/** " của các ". */
const LONGEST_OF = 9;

function combined(last: Mention, next: Mention): Place | null {
  const [one, other] = [last.place, next.place];
  const apart =
    next.from - last.to > LONGEST_OF ||
    (next.bound !== null && next.bound !== last.bound && next.bound !== 'in');
  if (apart || next.joined === 'dash') return null;
  if (one.kind === 'day' && one.fromDay === null && next.joined === null && !next.opened) {
    const day = dayOfSpan(one.day, other);
    if (day !== null) return day;
  }
  if (other.kind === 'month' && one.kind === 'week' && (one.month === null || next.joined === 'and')) {
    return { ...one, month: other.month, year: other.year };
  }
  if (other.kind === 'month' && (one.kind === 'date' || one.kind === 'floating') && next.joined === 'and')
    return { ...one, month: other.month, year: other.year ?? one.year };
  if (other.kind === 'school' && one.kind === 'school' && next.joined === null && one.schoolYear === null) {
    return { ...one, schoolYear: other.schoolYear };
  }
  if (
    one.kind === 'feast' &&
    other.kind === 'date' &&
    next.joined === null &&
    one.month === other.month &&
    one.day === other.day
  ) {
    return { ...other, style: 'plain' };
  }
  if (one.kind === 'weekday' && other.kind === 'week') return other;
  if (other.kind === 'feast' && other.lunar && one.kind === 'day' && typeof one.day === 'number')
    return dayOfFeast(one.day, other);
  if (other.kind === 'year' && next.joined === null && 'year' in one && one.year === null)
    return { ...one, year: other.year };
  return null;
}

/** "Mùng 6 Tết"; "30 Tết" is the eve, in the year that ends. */
function dayOfFeast(day: number, feast: Placed<'feast'>): Place {
  const eve = feast.month === 1 && day > LAST_DAY_OF_TET;
  return eve
    ? { ...feast, day, month: 12, year: feast.year === null ? null : feast.year - 1 }
    : { ...feast, day };
}

const LAST_DAY_OF_TET = 20;

/** "15 và trước ngày 20/6", "15/6 - thứ Sáu 20/6": what may stand between two places that belong together. */
const LONGEST_ROW_JOINT = 16;

/** "Trước 30/11, đợt II trước 28/02/2025": days follow one another, the first most likely a year before. */
function inYearOf(day: Placed<'date'>, next: Placed<'date'>): Place {
  const { year } = next;
  const isLater = monthDay(day.month, day.day) > monthDay(next.month, next.day);
  return year !== null && isLater ? { ...day, year: year - 1, style: 'assembled' } : { ...day, year };
}

/** "Quý IV, quý I/2025": what is in a row rises, and turns the year where it does not. */
function yearBefore(place: Place, next: Place & { readonly year: number | null }): number | null {
  const [first, later] = [place, next].map((span) => spanOf(span, null)?.first.month ?? 0);
  return next.year !== null && (first ?? 0) > (later ?? 0) ? next.year - 1 : next.year;
}

/** "15 và 20/6/2025", "tháng 6, 7/2025": what is joined shares the month and the year that come last. */
function shareYears(mentions: readonly Mention[]): Mention[] {
  const shared = [...mentions];
  for (let at = shared.length - 2; at >= 0; at--) {
    const [mention, next] = [shared[at], shared[at + 1]];
    if (mention === undefined || next === undefined || next.joined !== 'and') continue;
    // "…, bắt đầu từ ngày 15/9/2025" stands in no row.
    if (next.bound === 'from' && mention.bound !== 'from') continue;
    const { place, anchor, to } = mention;
    const inRow = anchor === null && next.from - to <= LONGEST_ROW_JOINT;
    if (inRow && place.kind === 'day' && next.place.kind === 'date' && typeof place.day === 'number') {
      shared[at] = { ...mention, place: { ...next.place, day: place.day } };
    } else if (place.kind === 'date' && next.place.kind === 'date' && place.year === null) {
      shared[at] = { ...mention, place: inYearOf(place, next.place) };
    } else if (
      place.kind === next.place.kind &&
      'year' in place &&
      'year' in next.place &&
      place.year === null
    ) {
      shared[at] = { ...mention, place: { ...place, year: yearBefore(place, next.place) } };
    }
  }
  return shared;
}
