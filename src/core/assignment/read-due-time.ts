import type { NamedDay } from '../deadline/named-day.ts';
import type { Settings } from '../organisation/settings.ts';
import { type Instant, localDateAt } from '../time/instant.ts';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  type LocalDate,
  localDate,
  mondayOf,
  monthOf,
  weekdayOf,
  yearOf,
} from '../time/local-date.ts';
import { dueAtOf } from './assignment.ts';
import { type DayPart, type DueAtom, dueAtoms } from './due-atom.ts';
import { type DueGroup, dueGroups } from './due-group.ts';
import { foldInPlace } from './fold-in-place.ts';

/**
 * What words say of when: one moment, some that they may mean, or why there is none. `words`: what they take of the
 * text. `isBound`: they say that it ends then (“trước”, “chậm nhất”); a bare day may belong to what is asked.
 */
export type DueReading = {
  readonly words: { readonly from: number; readonly to: number } | null;
  readonly isBound: boolean;
} & (
  | { readonly kind: 'named'; readonly day: NamedDay }
  | { readonly kind: 'choices'; readonly days: readonly NamedDay[] }
  | { readonly kind: 'past' }
  /** A day or hour that no calendar has. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'none' }
);

type Context = Pick<Settings, 'zone' | 'hours' | 'deadlineReading'>;

/** `01/11` said on 4 November was meant as this year's. */
const FARTHEST_WITHOUT_YEAR_DAYS = 180;
const MOST_CHOICES = 3;

/**
 * When a task is to be done, as its words say: "trước 16h thứ Tư 13/11", "chậm nhất 10h sáng mai". Words that fit
 * several moments give them all, earliest first; what has passed, or does not exist, is said to be so.
 * @param known the day that there was: an hour alone is that day's
 */
export function readDueTime(
  said: string,
  now: Instant,
  settings: Context,
  known: LocalDate | null = null,
): DueReading {
  const text = foldInPlace(said);
  const groups = dueGroups(text, dueAtoms(text, said)).filter(
    ({ bound, atoms }) => bound !== 'from' && !isBehind(atoms),
  );
  const bound = groups.filter((group) => group.bound !== null);
  const meant = bound.length > 0 ? bound : groups;
  const [first] = meant;
  if (first === undefined) return { kind: 'none', words: null, isBound: false };
  const words = meant.length === 1 ? { from: first.from, to: first.to } : null;
  const isBound = bound.length > 0;
  const today = localDateAt(now, settings.zone);
  const readings = meant.map((group) => momentsOf(group, today, settings, known));
  if (readings.some((moments) => moments === 'impossible')) return { kind: 'impossible', words, isBound };
  const all = readings.flatMap((moments) => (typeof moments === 'string' ? [] : moments.days));
  const sure = readings.length === 1 && readings.every((one) => typeof one !== 'string' && one.isSure);
  const ahead = all.filter((day) => dueAtOf(day, settings) > now);
  const [only] = ahead;
  if (only === undefined) return { kind: 'past', words, isBound };
  return sure && ahead.length === 1
    ? { kind: 'named', day: only, words, isBound }
    : { kind: 'choices', days: ahead.slice(0, MOST_CHOICES), words, isBound };
}

/** "Như đã họp hôm qua": nothing is due then. */
const isBehind = (atoms: readonly DueAtom[]): boolean =>
  atoms.some((atom) =>
    atom.kind === 'relative' ? atom.days < 0 : atom.kind === 'weekday' && atom.week === 'last',
  );

interface Moments {
  readonly days: readonly NamedDay[];
  /** Nothing of it was guessed. */
  readonly isSure: boolean;
}

function momentsOf(
  { atoms, bound }: DueGroup,
  today: LocalDate,
  settings: Context,
  known: LocalDate | null,
): Moments | 'impossible' {
  const dates = datesOf(atoms, today, known);
  const times = timesOf(atoms, settings);
  if (dates === 'impossible' || times === 'impossible') return 'impossible';
  const days = dates.days.flatMap((on) =>
    times.times.map(
      (time): NamedDay => ({ kind: 'once', on, inclusive: bound !== 'before', time, appliesTo: null }),
    ),
  );
  return { days, isSure: dates.isSure && times.isSure };
}

type OfKind<Kind extends DueAtom['kind']> = Extract<DueAtom, { kind: Kind }>;

const pick = <Kind extends DueAtom['kind']>(
  atoms: readonly DueAtom[],
  kind: Kind,
): OfKind<Kind> | undefined => atoms.find((atom): atom is OfKind<Kind> => atom.kind === kind);

export interface DueDates {
  readonly days: readonly LocalDate[];
  readonly isSure: boolean;
}

/** The day that the pieces name; several where they contradict each other or leave it open. */
export function datesOf(
  atoms: readonly DueAtom[],
  today: LocalDate,
  known: LocalDate | null = null,
): DueDates | 'impossible' {
  const [date, weekday, relative] = [pick(atoms, 'date'), pick(atoms, 'weekday'), pick(atoms, 'relative')];
  const named = date === undefined ? null : dateNamed(date, today);
  if (named === 'impossible') return 'impossible';
  const day = relative === undefined ? null : addDays(today, relative.days);
  if (named !== null && weekday !== undefined && weekdayOf(named.day) !== weekday.weekday) {
    return { days: [named.day, nearest(named.day, weekday.weekday)].sort(), isSure: false };
  }
  if (named !== null && day !== null && named.day !== day) {
    return { days: [named.day, day].sort(), isSure: false };
  }
  if (named !== null) return { days: [named.day], isSure: named.isSure };
  if (day !== null) return { days: [day], isSure: true };
  if (weekday !== undefined) return weekdayNamed(weekday, today);
  if (known !== null) return { days: [known], isSure: true };
  // An hour alone is today's, or the next day's.
  return { days: [today, addDays(today, 1)], isSure: false };
}

function dateNamed(
  { day, month, year }: OfKind<'date'>,
  today: LocalDate,
): { readonly day: LocalDate; readonly isSure: boolean } | 'impossible' {
  if (month === null) {
    const first = day >= dayOf(today) ? today : addMonths(today, 1);
    const on = localDate(yearOf(first), monthOf(first), day);
    return on === null ? 'impossible' : { day: on, isSure: day >= dayOf(today) };
  }
  if (year !== null) {
    const on = localDate(year, month, day);
    return on === null ? 'impossible' : { day: on, isSure: true };
  }
  const past = localDate(yearOf(today), month, day);
  const next = localDate(yearOf(today) + 1, month, day);
  if (past === null) return next === null ? 'impossible' : { day: next, isSure: false };
  if (past >= today || next === null) return { day: past, isSure: true };
  return daysBetween(today, next) > FARTHEST_WITHOUT_YEAR_DAYS
    ? { day: past, isSure: true }
    : { day: next, isSure: true };
}

function weekdayNamed({ weekday, week }: OfKind<'weekday'>, today: LocalDate): DueDates {
  const thisWeek = addDays(mondayOf(today), weekday - 1);
  const nextWeek = addDays(thisWeek, 7);
  if (week === 'this') return { days: [thisWeek], isSure: true };
  if (week === 'next') return { days: [nextWeek], isSure: true };
  if (week === 'last') return { days: [addDays(thisWeek, -7)], isSure: true };
  if (week === 'coming') return { days: [thisWeek > today ? thisWeek : nextWeek], isSure: true };
  // Said on that very weekday it may be either.
  if (thisWeek === today) return { days: [today, nextWeek], isSure: false };
  return { days: [thisWeek > today ? thisWeek : nextWeek], isSure: true };
}

/** The day of that weekday within three days of the one named. */
function nearest(day: LocalDate, weekday: number): LocalDate {
  const apart = ((weekday - weekdayOf(day) + 10) % 7) - 3;
  return addDays(day, apart);
}

export interface DueTimes {
  readonly times: readonly (string | null)[];
  readonly isSure: boolean;
}

const NOON = '12:00';
/** Up to here a bare hour is said of the afternoon at least as often. */
const LAST_DOUBTFUL_HOUR = 6;

const partOf = (atoms: readonly DueAtom[]): DayPart | null =>
  pick(atoms, 'hour')?.part ?? pick(atoms, 'part')?.part ?? pick(atoms, 'relative')?.part ?? null;

const timesOf = (atoms: readonly DueAtom[], { hours }: Context): DueTimes | 'impossible' =>
  hourOf(atoms) ?? partAlone(partOf(atoms), hours.to);

/** The hour that the pieces name, both readings where it is doubtful; null where none is said. */
export function hourOf(atoms: readonly DueAtom[]): DueTimes | 'impossible' | null {
  const said = pick(atoms, 'hour');
  if (said === undefined) return null;
  const part = partOf(atoms);
  const { hour, minute } = said;
  if (hour > 23 || minute > 59) return 'impossible';
  const at = (one: number) => `${two(one)}:${two(minute)}`;
  if (part === null) {
    return hour >= 1 && hour <= LAST_DOUBTFUL_HOUR
      ? { times: [at(hour), at(hour + 12)], isSure: false }
      : { times: [at(hour)], isSure: true };
  }
  if (hour > 12) return { times: [at(hour)], isSure: true };
  const isLater = part === 'afternoon' || part === 'evening' || (part === 'noon' && hour < 10);
  return { times: [at(isLater && hour < 12 ? hour + 12 : hour)], isSure: true };
}

/** "Sáng mai" ends at noon, "chiều mai" when the office closes: taken so only after somebody says yes. */
function partAlone(part: DayPart | null, closing: number): DueTimes | 'impossible' {
  switch (part) {
    case null:
      return { times: [null], isSure: true };
    case 'morning':
    case 'noon':
      return { times: [NOON], isSure: false };
    case 'afternoon':
      return { times: [`${two(Math.floor(closing / 60))}:${two(closing % 60)}`], isSure: false };
    case 'evening':
      return 'impossible';
  }
}

const two = (value: number): string => String(value).padStart(2, '0');
