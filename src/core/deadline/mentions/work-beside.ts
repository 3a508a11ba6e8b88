import { completeDay, type PartialDay, spanOf } from '../atoms/span.ts';
import type { Phrase } from '../words/phrase.ts';
import type { Claim } from './join.ts';
import { type DayMention, isDay, type Mention } from './segment.ts';

/**
 * "Hoàn thành trong quý IV/2024, báo cáo trước 15/01/2025", "trình trước 15/11/2024, triển khai từ tháng 02 đến tháng
 * 11/2025": a span as a deadline of its own beside a day by which something else is due; none where the day lies in the
 * span before it and both may be meant, null where the span only says what the day is about.
 */
export function workBeside(claims: readonly Claim[], at: number, phrase: Phrase): readonly Mention[] | null {
  const claim = claims[at];
  if (claim === undefined || !isSpan(claim)) return null;
  const row = rowOf(claims, at);
  const next = claims[row.last + 1]?.end;
  if (next !== undefined && isDue(next))
    return before(claims.slice(row.first, row.last + 1), claim, next, phrase);
  const last = claims[row.first - 1]?.end;
  return last !== undefined && isDue(last) ? behind(claim, last, phrase) : null;
}

/** "Quý II và quý III": the spans in a row with one. */
function rowOf(claims: readonly Claim[], at: number): { readonly first: number; readonly last: number } {
  const goesOn = (later: number): boolean => {
    const [one, other] = [claims[later - 1], claims[later]];
    return one !== undefined && other?.end.joined === 'and' && isSpan(one) && isSpan(other);
  };
  let [first, last] = [at, at];
  while (goesOn(first) && claims[first]?.start === null) first--;
  while (goesOn(last + 1) && claims[last + 1]?.start === null) last++;
  return { first, last };
}

function before(
  row: readonly Claim[],
  claim: Claim,
  day: DayMention,
  { folded }: Phrase,
): readonly Mention[] | null {
  const [opening = claim, closing = claim] = [row[0], row.at(-1)];
  const from = openingOf(opening).from;
  const said = folded.slice(Math.max(0, from - LONGEST_CLAUSE), from);
  if (REPORTED.test(said) || !OTHER_WORK.test(folded.slice(closing.end.to, day.from))) return null;
  if (!isWork(opening, said)) return [];
  const end = inYearOf(claim.end, day);
  const [last, named] = [end, day].map((mention) => lastOf(mention, isYearless(end) || isYearless(day)));
  if (last === undefined || named === undefined || last === named) return null;
  if (last > named && day.shift !== 1) return [];
  return claim.start === null ? [end] : [claim.start, end];
}

function behind(claim: Claim, day: DayMention, { folded }: Phrase): readonly Mention[] | null {
  const said = folded.slice(day.to, openingOf(claim).from);
  if (REPORTED.test(said) || !OTHER_WORK.test(said)) return null;
  if (!isWork(claim, said)) return [];
  return claim.start === null ? [claim.end] : [claim.start, claim.end];
}

const isSpan = ({ end }: Claim): boolean => SPANS.has(end.place.kind);
const isYearless = ({ place }: Mention): boolean => 'year' in place && place.year === null;

const SPANS: ReadonlySet<Mention['place']['kind']> = new Set(['month', 'quarter', 'half', 'months']);
const LONGEST_CLAUSE = 60;

const openingOf = ({ start, end }: Claim): Mention => start ?? end;

const isDue = (mention: Mention): mention is DayMention =>
  isDay(mention) && (mention.bound === 'before' || mention.bound === 'by' || mention.bound === 'to');

/** Something is done in the span, and it is not what is written about. */
function isWork({ start, end }: Claim, said: string): boolean {
  const bounded = start !== null || (end.bound !== null && end.bound !== 'from' && end.bound !== 'after');
  return bounded || DONE.test(said);
}

const DONE =
  /\b(?:hoan thanh|xong|to chuc|ket thuc|thuc hien|trien khai|ban hanh|kiem tra|giam sat|khao sat|tap huan)(?: [a-z]+){0,3} $/;
/** Its figures, its results. */
const REPORTED = /\b(?:bao cao|ket qua|so lieu|tinh hinh|nhiem vu|cong tac|phat sinh)\b[^,;:]*$/;
/** Behind a stop another work, and not only another bound. */
const OTHER_WORK =
  /^[\s)]*(?:(?:hang|moi) nam\s*)?(?:(?:hoan tat|hoan thanh|hoan thien|to chuc|trien khai|xay dung|ban hanh|ra soat)\b[^,;:\d]*)?(?:,|;|\bva\b)\s*(?:va |sau do )?(?!truoc\b|cham\b|muon\b|xong\b|hoan thanh\b|han\b|ngay\b|vao\b|trong\b|tu\b|den\b|cu the\b)[a-z]/;

/** The span's year where only the day has one. */
function inYearOf(span: Mention, { place: day }: DayMention): Mention {
  if (!('year' in span.place) || span.place.year !== null || day.year === null) return span;
  const month = spanOf(span.place, null)?.last.month ?? 12;
  return { ...span, place: { ...span.place, year: month <= day.month ? day.year : day.year - 1 } };
}

/** Days of any year are compared within one. */
function lastOf({ place, part }: Mention, inAnyYear: boolean): string {
  const last: PartialDay | undefined = spanOf(place, part)?.last;
  const year = inAnyYear ? null : last?.year;
  return completeDay(year ?? SOME_YEAR, last?.month ?? 12, last?.day ?? 'last');
}

const SOME_YEAR = 2000;
