import { foldVietnamese } from '../text/fold.ts';
import { daysBetween, type LocalDate, localDate, yearOf } from '../time/local-date.ts';

export interface DaySpan {
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
}

const DAY = /(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?/g;
/** What may stand beside the days, folded: that they are off or worked is chosen by button. */
const BESIDE = /\b(tu|ngay|den|het|nghi|le|lam bu|from|to|until|off|holiday)\b/g;
/** No closure of an office is longer; what is was mistyped. */
const LONGEST_DAYS = 60;

/** One day or two ends of a span, `14/02/2026 – 22/02/2026`; a year left out is that of the other, else the next to come. */
export function readDays(text: string, today: LocalDate): DaySpan | null {
  const found = [...text.matchAll(DAY)].map(([, day, month, year]) => ({
    day: Number(day),
    month: Number(month),
    year: year === undefined ? null : Number(year),
  }));
  const rest = foldVietnamese(text).replace(DAY, '').replace(BESIDE, '');
  if (found.length === 0 || found.length > 2 || /[\p{L}\p{N}]/u.test(rest)) return null;
  const named = found.find(({ year }) => year !== null)?.year ?? null;
  const [from, to = from] = found.map(({ day, month, year }) => {
    const written = year ?? named;
    if (written !== null) return localDate(written, month, day);
    const next = localDate(yearOf(today), month, day);
    return next !== null && next < today ? localDate(yearOf(today) + 1, month, day) : next;
  });
  if (from === undefined || from === null || to === undefined || to === null) return null;
  return isSensibleSpan({ from, to }) ? { from, to } : null;
}

/** A forged button may name any days. */
export const isSensibleSpan = ({ from, to }: DaySpan): boolean =>
  from <= to && daysBetween(from, to) <= LONGEST_DAYS;
