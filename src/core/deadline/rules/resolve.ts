import { addDays, localDate, weekdayOf } from '../../time/local-date.ts';
import type { DayAnchor, Place, Placed } from '../atoms/atom.ts';
import { isFeastDay } from '../atoms/lex-feast.ts';
import { completeDay, monthDay, spanOf } from '../atoms/span.ts';
import { weekEnd } from '../cycle.ts';
import type { Claim } from '../mentions/join.ts';
import type { Mention } from '../mentions/segment.ts';
import type { ReviewReason } from '../reading.ts';
import type { DeadlineRule } from '../rule.ts';
import { isBeginning } from './background.ts';
import { type Frame, inWords, type Piece, piece, yearFor } from './frame.ts';
import { dayOfMonth, floatingDay, sometimesMissing, traits } from './resolve-day.ts';
import { feast, lunarDate } from './resolve-feast.ts';
import { resolveRange } from './resolve-range.ts';

/** The rules of one claim, and why a person should look at them: of the lunar calendar only single days are known. */
export function resolve(claim: Claim, frame: Frame): Piece {
  const found = resolved(claim, frame);
  const isKnown = claim.start === null && ['date', 'feast'].includes(claim.end.place.kind);
  return frame.lunar && !isKnown ? { ...found, reasons: [...found.reasons, 'PARTLY_UNDERSTOOD'] } : found;
}

function resolved({ start, end }: Claim, frame: Frame): Piece {
  if (end.mark === 'vision') return piece([inWords('vision', frame)]);
  if (start !== null && (end.place.kind === 'feast' || end.place.kind === 'week'))
    return point({ ...end, bound: end.bound === 'before' ? 'before' : 'to' }, frame);
  if (start !== null) return resolveRange(start, { ...end, bound: end.bound ?? boundOfRow(start) }, frame);
  if (end.place.kind === 'now') return piece([inWords('start', frame)], ['PARTLY_UNDERSTOOD']);
  if (frame.reporting && isCutOff(end, frame)) return piece([inWords('reporting_window', frame)]);
  if (end.place.kind === 'years' || end.place.kind === 'days' || isRowOfDays(end.place, frame))
    return point(end, frame);
  if (end.bound === 'after' || isBeginning(end)) return begin(end, frame);
  return point(end, frame);
}

/** "Trước 30/4 - 01/5": what bounds a row of days bounds its end. */
const boundOfRow = ({ bound }: Mention): Mention['bound'] => (bound === 'before' ? bound : null);

/** "Từ …", "sau …": no deadline; after a feast or in a school year a person sees whether one is meant. */
function begin({ place, part }: Mention, frame: Frame): Piece {
  const rules = [inWords('start', frame)];
  if (part !== null) return piece(rules, ['VAGUE_PART']);
  if (place.kind === 'feast') return piece(rules, ['FEAST_NOT_DAY']);
  return piece(rules, place.kind === 'school' ? ['CALENDAR_DEPENDENT'] : []);
}

/** "Số liệu tính đến ngày 14/12", "số liệu chốt 14/6": where the figures end, not when the report is due. */
function isCutOff({ bound }: Mention, { lead }: Frame): boolean {
  return bound === 'to' || CUT_OFF.test(lead);
}

/** Closed hard before the day, and not before another bound. */
const CUT_OFF =
  /\bchot (?:cac )?so lieu(?: (?:ngay|vao|tai|bao cao|la|luc|\W)+)*\W*$|\bso lieu (?:\S+ ){0,3}(?:chot|tinh|lay)(?: (?:ngay|vao|tai|den|luc|moc))*\W*$/;

function point(mention: Mention, frame: Frame): Piece {
  const { place } = mention;
  switch (place.kind) {
    case 'date':
      return frame.lunar ? lunarDate(mention, place, frame) : date(mention, place, frame);
    case 'days':
      return days(mention, place, frame);
    case 'day':
      return dayOfMonth(place.day, place.fromDay, mention, frame);
    case 'floating':
      return floatingDay(place, mention, frame);
    case 'week':
      return week(mention, place, frame);
    case 'weekday':
      return piece(
        [{ kind: 'weekly', weekday: place.weekday, ...traits(mention, frame) }],
        frame.every.has('week') ? [] : ['SEVERAL_READINGS'],
      );
    case 'feast':
      return feast(mention, place, frame);
    case 'school':
      return piece(
        [{ kind: 'school_year', part: place.part, schoolYear: place.schoolYear, ...traits(mention, frame) }],
        ['CALENDAR_DEPENDENT'],
      );
    case 'years':
      return resolveRange(mention, mention, frame);
    case 'month':
    case 'quarter':
    case 'half':
    case 'months':
    case 'year':
    case 'now':
      break;
  }
  return whole(mention, place, frame);
}

/** "Ngày 01-05 hằng tháng". */
function isRowOfDays(place: Place, { every }: Frame): boolean {
  if (place.kind !== 'date' || place.style !== 'dashed' || place.year !== null) return false;
  return every.has('month') && typeof place.day === 'number' && place.day < place.month;
}

function date(mention: Mention, place: Placed<'date'>, frame: Frame): Piece {
  const { day, month, year } = place;
  const common = traits(mention, frame);
  if (isRowOfDays(place, frame) && typeof day === 'number') {
    return piece(
      [{ kind: 'monthly', day: month, fromDay: day, anchor: 'same_month', ...common }],
      ['SEVERAL_READINGS', ...sometimesMissing(month)],
    );
  }
  const recurs =
    year === null &&
    (frame.recurring || (mention.shift !== null && mention.shift !== 0 && frame.label === null));
  if (recurs) {
    const yearOffset = mention.shift === 1 ? 1 : 0;
    const reasons: ReviewReason[] = [
      ...(mention.shift === -1 ? (['PARTLY_UNDERSTOOD'] as const) : []),
      ...(place.style === 'assembled' ? (['SEVERAL_READINGS'] as const) : []),
      ...(month === 2 && day === 29 ? (['DAY_NOT_ALWAYS'] as const) : []),
      ...(isOccasion(mention) ? (['FEAST_NOT_DAY'] as const) : []),
    ];
    return piece([{ kind: 'yearly', by: monthDay(month, day), yearOffset, ...common }], reasons);
  }
  const guessed = dayYear(frame, month, day);
  const inYear = year ?? guessed.year + (mention.shift ?? 0);
  const on = day === 'last' ? completeDay(inYear, month, day) : localDate(inYear, month, day);
  if (on === null)
    return piece(
      [],
      ['IMPOSSIBLE_DATE'],
      [[{ kind: 'once', on: completeDay(inYear, month, day), ...common }]],
    );
  const reasons: ReviewReason[] = [
    ...(year === null ? guessed.reasons : []),
    ...(mention.weekday !== null && mention.weekday !== weekdayOf(on) ? (['WEEKDAY_MISMATCH'] as const) : []),
    ...(isOccasion(mention) ? (['FEAST_NOT_DAY'] as const) : []),
    ...(place.style === 'assembled' ? (['SEVERAL_READINGS'] as const) : []),
  ];
  const swapped =
    place.style === 'swappable' && year === null && typeof day === 'number' && !isFeastDay(month, day)
      ? localDate(inYear, day, month)
      : null;
  const rule: DeadlineRule = { kind: 'once', on, ...common };
  if (swapped === null) return piece([rule], reasons);
  return piece([rule], [...reasons, 'DAY_MONTH_ORDER'], [[{ kind: 'once', on: swapped, ...common }]]);
}

/** "Dịp 20/11", and not "trước kỷ niệm ngày Quốc khánh 2/9". */
const isOccasion = ({ mark, bound }: Mention): boolean =>
  mark === 'occasion' && bound !== 'before' && bound !== 'by';

/** The year of a day said without one: a year in a title is not the day's. */
function dayYear(
  frame: Frame,
  month: number,
  day: number | 'last',
): { readonly year: number; readonly reasons: readonly ReviewReason[] } {
  return frame.label?.title === true
    ? { year: yearFor({ ...frame, label: null }, month, day).year, reasons: ['YEAR_MISSING'] }
    : yearFor(frame, month, day);
}

/** "26-27/12/2024". */
function days(mention: Mention, place: Placed<'days'>, frame: Frame): Piece {
  return resolveRange({ ...mention, place }, { ...mention, place }, frame);
}

function week(mention: Mention, place: Placed<'week'>, frame: Frame): Piece {
  const common = traits(mention, frame);
  const anchor = mention.anchor === 'next_month' ? 'next_month' : 'same_month';
  if (place.month === null || (place.year === null && frame.recurring)) {
    const months = place.month === null ? ofQuarters(mention.anchor) : [place.month];
    return piece([{ kind: 'week_of_month', week: place.week, months, anchor, ...common }], ['WEEK_OF_MONTH']);
  }
  const guessed = yearFor(frame, place.month, 'last');
  const to = weekEnd(place.year ?? guessed.year, place.month, place.week);
  const monday = addDays(to, 1 - weekdayOf(to));
  return piece(
    [{ kind: 'range', from: common.inclusive ? monday : null, to, ...common }],
    ['WEEK_OF_MONTH', ...(place.year === null ? guessed.reasons : [])],
  );
}

/** The months of the year that have this place in their quarter. */
function ofQuarters(anchor: DayAnchor | null): readonly number[] | null {
  const first = { first_month_of_quarter: 1, second_month_of_quarter: 2, last_month_of_quarter: 3 };
  const month = first[anchor as keyof typeof first];
  return month === undefined ? null : [0, 3, 6, 9].map((before) => before + month);
}

/** A month, a quarter, a half or a whole year: due on its last day, or before its first. */
function whole(mention: Mention, place: Place, frame: Frame): Piece {
  const span = spanOf(place, mention.part);
  if (span === null) return piece([], ['PARTLY_UNDERSTOOD']);
  if (mention.bound === 'before') {
    const { year, month } = mention.part === 'end' ? span.last : span.first;
    const day = mention.part === 'end' ? 'last' : 1;
    const first: Placed<'date'> = { kind: 'date', day, month: month ?? 1, year, style: 'plain' };
    const meant = date({ ...mention, part: null }, first, frame);
    const within = whole({ ...mention, bound: 'by' }, place, frame);
    if (mention.part === null) return piece(meant.rules, meant.reasons);
    return piece(meant.rules, [...meant.reasons, 'SEVERAL_READINGS'], [within.rules]);
  }
  // A month of the lunar calendar is no month of this one.
  if (frame.lunar && place.kind === 'month') return piece([], ['PARTLY_UNDERSTOOD']);
  if (mention.part === null && yearOfPlace(place) === null && frame.recurring) {
    const common = traits(mention, frame);
    if (place.kind === 'month') return piece([{ kind: 'yearly_month', months: [place.month], ...common }]);
    if (place.kind === 'quarter')
      return piece([{ kind: 'yearly_quarter', quarters: [place.quarter], ...common }]);
  }
  const found = resolveRange(mention, mention, { ...frame, reporting: false });
  return mention.part === null ? { ...found, alternatives: [] } : found;
}

function yearOfPlace(place: Place): number | null {
  return 'year' in place ? place.year : null;
}
