import type { Place, Placed } from '../atoms/atom.ts';
import type { Mention, Segment } from './segment.ts';

/**
 * "Trước 15/11; trước 15/12/2024": in a phrase of nothing but days, months and quarters, those behind or before a stop are of the year of
 * their neighbour, or of the one before or after where the days, which rise, turn the year.
 */
export function withYearsCarried(segments: readonly Segment[]): readonly Segment[] {
  const days = segments.flatMap(({ mentions }) => mentions);
  const known = days.filter(hasYear);
  if (segments.length < 2 || known.length === 0 || known.length === days.length) return segments;
  if (!days.every(isPlainDay) || segments.some(comesBack)) return segments;
  return segments.map((segment) =>
    segment.mentions.some(hasYear)
      ? segment
      : { ...segment, mentions: segment.mentions.map((day) => inYearBeside(day, known)) },
  );
}

const comesBack = ({ every, times, marks }: Segment): boolean =>
  every.length > 0 || times.length > 0 || marks.some(({ mark }) => mark === 'onward');

/** A day of a month or a row of them, a month, a quarter. */
interface DayMention extends Mention {
  readonly place: Placed<'date' | 'days' | 'month' | 'quarter'>;
}

interface DatedDay extends DayMention {
  readonly place: DayMention['place'] & { readonly year: number };
}

const KINDS: ReadonlySet<Place['kind']> = new Set(['date', 'days', 'month', 'quarter']);
const isDay = (mention: Mention): mention is DayMention => KINDS.has(mention.place.kind);
const monthOf = ({ place }: DayMention): number =>
  place.kind === 'quarter' ? 3 * place.quarter : place.month;
const hasYear = (mention: Mention): mention is DatedDay => isDay(mention) && mention.place.year !== null;
const isPlainDay = (mention: Mention): boolean => isDay(mention) && mention.shift === null;

function inYearBeside(mention: Mention, known: readonly DatedDay[]): Mention {
  const beside = known.find(({ from }) => from > mention.from) ?? known.at(-1);
  if (beside === undefined || !isDay(mention)) return mention;
  const months = monthOf(mention) - monthOf(beside);
  const isBefore = mention.from < beside.from;
  const shift = isBefore && months > HALF_A_YEAR ? -1 : !isBefore && months < -HALF_A_YEAR ? 1 : 0;
  const place = { ...mention.place, year: beside.place.year + shift };
  const isUnsure = shift !== 0 && place.kind === 'date';
  return { ...mention, place: isUnsure ? { ...place, style: 'assembled' } : place };
}

const HALF_A_YEAR = 6;
