import { completeDay, type PartialDay, spanOf } from '../atoms/span.ts';
import type { Phrase } from '../words/phrase.ts';
import type { Mention } from './segment.ts';

/**
 * "Hoàn thành trong quý IV/2024, báo cáo trước 15/01/2025": the span as a deadline of its own beside a day by which
 * something else is due; none where the day lies in it and both may be meant, null where the span only says what the day
 * is about.
 */
export function workBefore(
  span: Mention,
  day: Mention | undefined,
  phrase: Phrase,
): readonly [Mention] | readonly [] | null {
  if (day?.place.kind !== 'date' || !isDeadline(day) || !SPANS.has(span.place.kind)) return null;
  const said = phrase.folded.slice(Math.max(0, span.from - LONGEST_CLAUSE), span.from);
  const isDone = (span.bound !== null && span.bound !== 'from' && span.bound !== 'after') || DONE.test(said);
  const other = phrase.folded.slice(span.to, day.from);
  if (!isDone || REPORTED.test(said) || !OTHER_WORK.test(other)) return null;
  const dated = inYearOf(span, day);
  const [end, named] = [lastOf(dated), lastOf(day)];
  if (end === null || named === null || end === named) return null;
  return end < named ? [dated] : [];
}

const SPANS: ReadonlySet<Mention['place']['kind']> = new Set(['month', 'quarter', 'half', 'months']);
const LONGEST_CLAUSE = 60;

const isDeadline = ({ bound }: Mention): boolean => bound === 'before' || bound === 'by' || bound === 'to';

const DONE = /\b(?:hoan thanh|xong|to chuc|ket thuc|thuc hien|trien khai|ban hanh)(?: [a-z]+){0,3} $/;
/** What is said of the span is written about: its figures, its results. */
const REPORTED = /\b(?:bao cao|ket qua|so lieu|tinh hinh|nhiem vu|cong tac|phat sinh)\b[^,;:]*$/;
/** Behind a stop another work, and not only another bound. */
const OTHER_WORK =
  /^[\s)]*(?:,|;|\bva\b)\s*(?:va |sau do )?(?!truoc\b|cham\b|muon\b|xong\b|hoan thanh\b|han\b|ngay\b|vao\b|trong\b|den\b|cu the\b)[a-z]/;

/** The span's year where only the day has one. */
function inYearOf(span: Mention, { place: day }: Mention): Mention {
  if (!('year' in span.place) || span.place.year !== null || day.kind !== 'date' || day.year === null)
    return span;
  const month = spanOf(span.place, null)?.last.month ?? 12;
  return { ...span, place: { ...span.place, year: month <= day.month ? day.year : day.year - 1 } };
}

/** Days of any year are compared within one. */
function lastOf(mention: Mention): string | null {
  const last: PartialDay | undefined = spanOf(mention.place, mention.part)?.last;
  return last === undefined ? null : completeDay(last.year ?? SOME_YEAR, last.month ?? 12, last.day);
}

const SOME_YEAR = 2000;
