import { FIRST_MONTH_OF_SCHOOL_YEAR } from '../../calendar/school-calendar.ts';
import { tidySpaces } from '../../text/fold.ts';
import { type LocalDate, yearOf } from '../../time/local-date.ts';
import { completeDay } from '../atoms/span.ts';
import type { ReadingContext, ReviewReason } from '../reading.ts';
import type { AppliesTo, Cycle, DeadlineRule } from '../rule.ts';
import type { Words } from '../words/phrase.ts';

/** What surrounds a claim: the phrase's cadence, the year said beside it, the plan. */
export interface Frame {
  readonly every: ReadonlySet<Cycle>;
  /** The cadences of the claim's own part of the phrase. */
  readonly own: readonly Cycle[];
  /** Days without a year come back every year. */
  readonly recurring: boolean;
  /** The year said beside the claim. */
  readonly label: Label | null;
  readonly lunar: boolean;
  readonly reporting: boolean;
  readonly appliesTo: AppliesTo;
  /** The words that lead to the claim, since the one before it. */
  readonly lead: string;
  /** The words of the segment. */
  readonly words: Words;
  readonly context: ReadingContext;
}

/** A span beside the claim that says what the work is about ("Quý I/2025: …", "Báo cáo năm 2024 …", "Năm học 2024-2025: …"). */
export interface Label {
  readonly year: number;
  /** Of the quarter, half, month or school year; null for a year. */
  readonly firstMonth: number | null;
  readonly schoolYear: boolean;
  /** The year stands in the name of a document. */
  readonly title: boolean;
  /** What is due prepares the span ("Kế hoạch quý II/2025"). */
  readonly ahead: boolean;
}

/** Part of a reading. */
export interface Piece {
  readonly rules: readonly DeadlineRule[];
  readonly reasons: readonly ReviewReason[];
  readonly alternatives: readonly (readonly DeadlineRule[])[];
}

export function piece(
  rules: readonly DeadlineRule[],
  reasons: readonly ReviewReason[] = [],
  alternatives: readonly (readonly DeadlineRule[])[] = [],
): Piece {
  return { rules, reasons, alternatives };
}

/** A rule that is no deadline, or none yet, and keeps the words. */
export function inWords(
  kind: 'reporting_window' | 'start' | 'vision' | 'status',
  { words, appliesTo }: Frame,
): DeadlineRule {
  return { kind, text: tidySpaces(words.plain), appliesTo };
}

/** What hangs on something the words do not settle. */
export function waiting({ words, appliesTo }: Frame): Piece {
  return piece(
    [{ kind: 'dependent', on: tidySpaces(words.plain), immediate: false, appliesTo }],
    ['DEPENDENT'],
  );
}

/** The year for a day said without one: the label's, the plan's, else that of the next such day. */
export function yearFor(
  frame: Frame,
  month: number,
  day: number | 'last',
): { readonly year: number; readonly reasons: readonly ReviewReason[] } {
  const { context } = frame;
  if (frame.label !== null) return yearOfLabel(frame.label, frame, month, day);
  if (context.planYear !== undefined) return { year: context.planYear, reasons: [] };
  const { period, schoolYear } = context;
  if (schoolYear !== undefined && !SUMMER.has(month))
    return { year: month < FIRST_MONTH_OF_SCHOOL_YEAR ? schoolYear + 1 : schoolYear, reasons: [] };
  if (period !== undefined && yearOf(period.from) === yearOf(period.to))
    return { year: yearOf(period.to), reasons: [] };
  const reasons: ReviewReason[] = period === undefined ? [] : ['YEAR_MISSING'];
  return { year: nextYear(context.now, month, day), reasons };
}

/** What a span is about falls due after it has begun, what prepares it close to that; in summer one school year is reviewed and the next prepared. */
function yearOfLabel(
  { year, firstMonth, schoolYear, ahead }: Label,
  frame: Frame,
  month: number,
  day: number | 'last',
): ReturnType<typeof yearFor> {
  if (schoolYear && SUMMER.has(month))
    return { ...yearFor({ ...frame, label: null }, month, day), reasons: ['YEAR_MISSING'] };
  if (ahead && firstMonth !== null)
    return { year: month - firstMonth > HALF_A_YEAR ? year - 1 : year, reasons: [] };
  const early = firstMonth !== null && month < firstMonth;
  return { year: year + (early ? 1 : 0), reasons: [] };
}

const HALF_A_YEAR = 6;
const SUMMER = new Set([7, 8]);

function nextYear(now: LocalDate, month: number, day: number | 'last'): number {
  const year = yearOf(now);
  return completeDay(year, month, day) >= now ? year : year + 1;
}
