import { FIRST_MONTH_OF_SCHOOL_YEAR } from '../../calendar/school-calendar.ts';
import type { Place } from '../atoms/atom.ts';
import { spanOf } from '../atoms/span.ts';
import { isSharp, isSharpPlace } from '../mentions/join.ts';
import type { Mention, Segment } from '../mentions/segment.ts';
import type { Phrase } from '../words/phrase.ts';
import type { Frame, Label } from './frame.ts';

/** "Năm 2021 trước 31/5; từ năm 2022 …": the first is one year's, though the phrase goes on yearly. */
export function isOneYear(segment: Segment, label: Label | null): boolean {
  return label !== null && segment.every.length === 0 && segment.mentions.length > 1;
}

/** Says from when something holds. */
export function isBeginning(mention: Mention | undefined): boolean {
  if (mention?.bound === 'from') return true;
  return mention?.mark === 'takes_effect' && (mention.bound === null || mention.bound === 'in');
}

/** "Theo Kế hoạch năm 2025 của …": the year belongs to the document waited for. */
export function isTitle(segment: Segment, phrase: Phrase): boolean {
  const [first] = segment.mentions;
  if (first === undefined || first.bound !== null || segment.mentions.some(isSharp)) return false;
  return segment.marks.some(({ mark, to }) => {
    if (mark !== 'depends' || to > first.from) return false;
    const name = phrase.folded.slice(to, first.from);
    return !/[;:(]|,\s*$/.test(name) && (!name.includes(',') || DOCUMENT.test(name));
  });
}

const DOCUMENT =
  /^\s*(?:cac )?(?:luat|nghi dinh|nghi quyet|quyet dinh|thong tu|huong dan|ke hoach|chi thi|ket luan|chuong trinh|de an|quy dinh|phap lenh|cong van)\b/;

/** "Trước Đại hội các cấp năm 2025": an event is waited for, its year is no day. */
export function isEvent(segment: Segment, phrase: Phrase): boolean {
  const [first] = segment.mentions;
  if (first === undefined || segment.mentions.some(isSharp)) return false;
  return segment.bounds.some(
    ({ bound, to }) =>
      ['before', 'after', 'to'].includes(bound) &&
      to <= first.from &&
      EVENT.test(phrase.folded.slice(to, first.from)),
  );
}

/** Words that lead from what a report covers to when it is due. */
export const REPORT_DUE = /\bhan (?:gui |nop )?bao cao\b/;

/**
 * "6 tháng cuối năm: từ 15/6 đến 14/12": the days between which a period of reports lies, as long as the period itself.
 */
export function boundsPeriod({ mentions: [period, start, end] }: Segment): boolean {
  if (period === undefined || start?.bound !== 'from' || start.place.kind !== 'date' || start.shift !== null)
    return false;
  if (end?.place.kind !== 'date' || end.place.year !== null || start.place.year !== null) return false;
  const length = MONTHS_OF[period.place.kind];
  const months = (end.place.month - start.place.month + 12) % 12;
  return length !== undefined && (months === length || months === length - 1);
}

const MONTHS_OF: { readonly [K in Place['kind']]?: number } = { quarter: 3, half: 6, months: 9 };

/**
 * "Hằng quý trong năm 2025", "hằng tháng, từ tháng 9/2024 đến tháng 5/2025": spans that bound a cadence, whose days are
 * not said.
 */
export function boundsCadence({ every, mentions }: Segment): boolean {
  return (
    mentions.at(-1)?.bound !== 'from' &&
    mentions.some(({ place }) => place.kind === 'years' || ('year' in place && place.year !== null)) &&
    every.some((cycle) => ['week', 'month', 'quarter', 'half_year', 'semester'].includes(cycle)) &&
    mentions.every(({ place }) => SPANS.has(place.kind))
  );
}

const SPANS: ReadonlySet<Place['kind']> = new Set(['month', 'quarter', 'half', 'months', 'year', 'years']);

const EVENT =
  /^\s*(?:khi |ngay |luc )?(?:to chuc |khai mac |dien ra )?(?:dai hoi|hoi nghi|ky hop|phien hop|cuoc hop|hoi thao|hoi thi|hoi dien|le |bau cu|ngay bau cu|cuoc bau cu|ky thi|dot)\b/;

const TITLE = /bao cao|tong ket|quyet toan|danh gia/;

/** Nothing of which the year could be: "riêng năm 2024", "trong năm 2024". */
const UNNAMED = /^[^a-z]*(?:(?:rieng|trong|doi voi)\s+)*$/;

/** What prepares a span, against what is said of it afterwards. */
const AHEAD = /\b(?:ke hoach|chuong trinh|lich|du toan|phuong an|dang ky)\b/;
const AFTERWARDS =
  /\b(?:bao cao|tong ket|so ket|quyet toan|danh gia|ket qua|kiem diem|thuc hien|hoan thanh)\b/;

const OF_YEAR = { firstMonth: null, schoolYear: false, title: false, ahead: false };

/** The year that a segment says beside its days. */
export function labelOf(segment: Segment, phrase: Phrase): Label | null {
  for (const [at, { place, bound, part, from }] of segment.mentions.entries()) {
    if (bound === 'from') continue;
    if (place.kind === 'school' && place.schoolYear !== null)
      return {
        year: place.schoolYear,
        firstMonth: FIRST_MONTH_OF_SCHOOL_YEAR,
        schoolYear: true,
        title: false,
        ahead: false,
      };
    if (isSharpPlace(place) || !('year' in place) || place.year === null) continue;
    if (ownYear(segment.mentions, at + 1) !== null) continue;
    const said = phrase.folded.slice(segment.from, from);
    const named = !UNNAMED.test(said);
    const title =
      place.kind === 'year' &&
      bound === null &&
      part === null &&
      named &&
      (!segment.heading || TITLE.test(said));
    const first = place.kind === 'year' ? null : (spanOf(place, part)?.first.month ?? null);
    const ahead = AHEAD.test(said) && !AFTERWARDS.test(said);
    return { year: place.year, firstMonth: first, schoolYear: false, title, ahead };
  }
  const dated = segment.mentions.find(
    (mention) => mention.place.kind === 'date' && mention.place.year !== null && !isBeginning(mention),
  )?.place;
  return dated?.kind === 'date' && dated.year !== null ? { ...OF_YEAR, year: dated.year } : null;
}

/** "…, riêng năm 2024 trước ngày 30/11": a year between two days, hard before the second, is that one's alone. */
export function ofOwnYear(
  { mentions }: Segment,
  { from }: Mention,
): Partial<Pick<Frame, 'recurring' | 'label'>> {
  const at = mentions.findIndex((mention) => mention.from === from);
  const year = ownYear(mentions, at);
  return year === null ? {} : { recurring: false, label: { ...OF_YEAR, year } };
}

/** The year that stands before the mention at `at` and holds for it alone. */
function ownYear(mentions: readonly Mention[], at: number): number | null {
  const [year, mention] = [mentions[at - 1], mentions[at]];
  if (year?.place.kind !== 'year' || mention?.joined !== null || !isSharp(mention)) return null;
  // Behind a comma it has only taken over the bound before it.
  const isFree = year.bound === null || year.bound === 'in' || year.joined === 'and';
  return isFree && mentions.slice(0, at - 1).some(isSharp) ? year.place.year : null;
}

/**
 * Whether days without a year come back: a cadence is said, another comes back, the parts of a year are gone through,
 * one of several lies "năm sau".
 */
export function recurs(segments: readonly Segment[]): boolean {
  const cycles = segments
    .flatMap(({ every }) => every)
    .filter((cycle) => cycle !== 'on_demand' && cycle !== 'week');
  if (cycles.length > 0 || segments.some((segment) => segment.times.length > 0)) return true;
  const mentions = segments.flatMap((segment) => segment.mentions);
  const dates = mentions.filter(({ place }) => place.kind === 'date');
  if (dates.some(({ place }) => 'year' in place && place.year !== null)) return false;
  if (mentions.some(({ place, anchor }) => place.kind === 'day' && anchor !== null)) return true;
  if (mentions.some(({ place }) => place.kind === 'years' && place.each))
    return mentions.some(({ place }) => ['date', 'month', 'quarter'].includes(place.kind));
  if (dates.length < 2) return false;
  const halves = mentions.some(
    ({ place }) => (place.kind === 'half' || place.kind === 'months') && place.year === null,
  );
  const halfYears = segments.some(({ amounts }) =>
    amounts.some(({ amount, unit }) => amount === 6 && unit === 'month'),
  );
  const quarters = mentions.filter(({ place }) => place.kind === 'quarter' && place.year === null);
  return halves || halfYears || quarters.length > 1 || dates.some(({ shift }) => shift === 1);
}
