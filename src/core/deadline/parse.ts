import { foldVietnamese, tidySpaces } from '../text/fold.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type Frame, type Label, type Piece, piece } from './frame.ts';
import { type Claim, claimsOf, isOnset, isSharp, isSharpPlace, joined } from './join.ts';
import { atomsOf } from './lex.ts';
import { type Mention, type Segment, segmentsOf } from './mention.ts';
import type { DeadlineReading, ReadingContext, ReviewReason } from './reading.ts';
import { resolve } from './resolve.ts';
import type { Cycle, DeadlineRule } from './rule.ts';
import { scopeOf } from './scope.ts';
import { completeDay, spanOf } from './span.ts';
import { tidyRules } from './tidy.ts';
import { LONGEST_PHRASE, plainText, tokensOf } from './token.ts';
import { besides, cadences, counted, isListOfPeriods, undated } from './undated.ts';

const NOTHING = /^(?:[\s.…/\\_–—-]*|x|khong|n\/a|0)$/;
/** Cells that say nothing are short, or nothing but dots. */
const LONGEST_EMPTY = 24;
const SAME_AS_ABOVE = /^\W*(?:nt|nhu tren|["”″]|\/\/|-\/-)\W*$/;

/**
 * Reads the words of a deadline cell. Total and linear in their length; a reading that is not certain says why in
 * `reasons`. A text longer than any cell is read up to its first 2,000 characters and marked.
 */
export function readDeadline(phrase: string, context: ReadingContext): DeadlineReading {
  const plain = plainText(phrase);
  const folded = plain.length > LONGEST_EMPTY ? plain : foldVietnamese(tidySpaces(plain));
  if (SAME_AS_ABOVE.test(folded)) return reading([{ kind: 'same_as_above', appliesTo: null }], ['DEPENDENT']);
  if (NOTHING.test(folded)) return reading([{ kind: 'none', appliesTo: null }]);
  const segments = segmentsOf(atomsOf(tokensOf(plain)), plain.length);
  const pieces = piecesOf(segments, plain, context);
  const rules = tidyRules(pieces.flatMap((found) => found.rules));
  const reasons = new Set<ReviewReason>(pieces.flatMap((found) => found.reasons));
  if (segments.some(({ impossible }) => impossible)) reasons.add('IMPOSSIBLE_DATE');
  if (segments.some(({ unclear }) => unclear)) reasons.add('PARTLY_UNDERSTOOD');
  if (segments.some(({ marks }) => marks.some(({ mark }) => mark === 'tentative'))) reasons.add('TENTATIVE');
  if (phrase.length > LONGEST_PHRASE) reasons.add('PARTLY_UNDERSTOOD');
  if (rules.length === 0 && reasons.size === 0) reasons.add('NOT_UNDERSTOOD');
  return reading(
    rules,
    [...reasons],
    pieces.flatMap((found) => found.alternatives),
  );
}

function reading(
  rules: readonly DeadlineRule[],
  reasons: readonly ReviewReason[] = [],
  alternatives: readonly (readonly DeadlineRule[])[] = [],
): DeadlineReading {
  return { rules, review: reasons.length > 0, reasons, alternatives };
}

function piecesOf(segments: readonly Segment[], plain: string, context: ReadingContext): Piece[] {
  const dated = segments.some(({ mentions }) => mentions.some(isSharp));
  const every = new Set(segments.flatMap((segment) => segment.every));
  const recurring = recurs(segments);
  const pieces: Piece[] = [];
  let heading: Label | null = null;
  for (const segment of segments) {
    const mentions =
      isEvent(segment, plain) || isTitle(segment, plain) || boundsCadence(segment)
        ? []
        : deadlinesAmong(joined(segment.mentions), dated && segment.heading);
    const own = labelOf(segment, plain);
    const label: Label | null = own ?? heading;
    const recursHere = (recurring && !isOneYear(segment, own)) || onsetOf(segment) !== null;
    if (segment.heading && mentions.length === 0) heading = label;
    const appliesTo = (mention: Mention) => scopeOf(plain, segment, mentions, mention);
    const alone: Frame = {
      every,
      recurring: recursHere,
      year: label?.year ?? null,
      label,
      context,
      words: '',
      appliesTo: null,
      ...marksOf(segment),
    };
    const sum = counted(segment, plain, (mention) => dayNamed(mention, alone));
    if (sum !== null) pieces.push(sum);
    else if (mentions.length > 0) {
      const frame = {
        every,
        recurring: recursHere,
        year: label?.year ?? null,
        label,
        context,
        words: tidySpaces(plain.slice(segment.from, segment.to)),
      };
      pieces.push(
        ...datedPieces(segment, mentions, (mention) => ({
          ...frame,
          ...marksOf(segment),
          appliesTo: appliesTo(mention),
        })),
        ...besides(segment, mentions, plain),
      );
      if (isListOfPeriods(segment, mentions, plain)) pieces.push(piece([], ['PARTLY_UNDERSTOOD']));
      if ((onsetOf(segment) ?? '') > context.now) pieces.push(piece([], ['PARTLY_UNDERSTOOD']));
      if (pieces.every(({ rules }) => rules.every(({ kind }) => kind === 'start')))
        pieces.push(...cadences(segment, mentions));
    } else if (!segment.heading && !segment.impossible) {
      const found = undated(segment, plain, null);
      const single = segments.every((other) => other.mentions.length === 0 || other === segment);
      if (found !== null && (single || found.rules.some(({ kind }) => kind === 'relative')))
        pieces.push(found);
    }
  }
  return standsYearly(pieces, every)
    ? [piece([{ kind: 'year_long', appliesTo: null }]), ...pieces.map(asPeriods)]
    : pieces;
}

/** "Hằng năm, giai đoạn 2021-2025", "hằng năm, đến năm 2030": years that bound standing work. */
function standsYearly(pieces: readonly Piece[], every: ReadonlySet<Cycle>): boolean {
  return every.has('year') && pieces.length > 0 && pieces.every(({ rules }) => rules.every(areWholeYears));
}

function areWholeYears(rule: DeadlineRule): rule is Extract<DeadlineRule, { kind: 'period' | 'range' }> {
  if (rule.kind === 'period') return true;
  return rule.kind === 'range' && rule.to.endsWith('-12-31') && (rule.from?.endsWith('-01-01') ?? true);
}

function asPeriods({ rules, reasons }: Piece): Piece {
  const periods = rules.filter(areWholeYears).map(({ from, to, appliesTo }): DeadlineRule => {
    return { kind: 'period', from, to, appliesTo };
  });
  return piece(periods, reasons);
}

function datedPieces(
  segment: Segment,
  mentions: readonly Mention[],
  frameOf: (mention: Mention) => Frame,
): Piece[] {
  const has = (mark: string): boolean => segment.marks.some((found) => found.mark === mark);
  const claims = claimsOf(mentions);
  const bounded = mentions.some(({ bound }) => bound === 'before' || bound === 'by');
  if (has('event_year') && claims.some(({ end }) => 'year' in end.place && end.place.year === null)) {
    const { words, appliesTo } = frameOf(mentions[0] as Mention);
    return [
      {
        rules: [{ kind: 'dependent', on: words, immediate: false, appliesTo }],
        reasons: ['DEPENDENT'],
        alternatives: [],
      },
    ];
  }
  if (has('status') && !bounded) {
    const { words, appliesTo } = frameOf(mentions[0] as Mention);
    return [{ rules: [{ kind: 'status', text: words, appliesTo }], reasons: [], alternatives: [] }];
  }
  const since = segment.marks.find(({ mark }) => mark === 'onward')?.from;
  const later = ({ end }: Claim): boolean => since !== undefined && isSharp(end) && end.from > since;
  const pieces = claims.map((claim) => {
    const frame = frameOf(claim.end);
    return resolve(claim, later(claim) ? { ...frame, recurring: true, year: null, label: null } : frame);
  });
  if (since === undefined) return pieces;
  if (claims.some(({ end }) => isSharp(end) && end.bound !== 'from'))
    return [...pieces, piece([], ['SEVERAL_READINGS'])];
  return [onward(claims, frameOf)];
}

/** "Năm 2021 trước 31/5; từ năm 2022 …": the first is one year's, though the phrase goes on yearly. */
function isOneYear(segment: Segment, label: Label | null): boolean {
  return label !== null && segment.every.length === 0 && segment.mentions.length > 1;
}

/** The day from which a day comes back: "từ năm 2022, trước ngày 15/02", "từ 01/01/2025, trước ngày 25 hằng tháng". */
function onsetOf({ mentions }: Segment): LocalDate | null {
  const [first, next] = mentions;
  if (first === undefined || next === undefined || !isOnset(first, next)) return null;
  const start = spanOf(first.place, null)?.first;
  if (start === undefined || start.year === null) return null;
  return completeDay(start.year, start.month ?? 1, start.day);
}

/** "Từ năm 2026 trở đi" begins and never ends. */
function onward(claims: readonly Claim[], frameOf: (mention: Mention) => Frame): Piece {
  const first = claims[0]?.end;
  if (first === undefined) return { rules: [], reasons: ['PARTLY_UNDERSTOOD'], alternatives: [] };
  const { words, appliesTo } = frameOf(first);
  if (first.bound === 'from')
    return { rules: [{ kind: 'start', text: words, appliesTo }], reasons: [], alternatives: [] };
  const from = resolve({ start: null, end: { ...first, bound: 'in' } }, frameOf(first)).rules[0];
  const begins = from?.kind === 'range' ? from.from : null;
  return {
    rules: [{ kind: 'period', from: begins, to: null, appliesTo }],
    reasons: ['SEVERAL_READINGS'],
    alternatives: [],
  };
}

/** "Theo Kế hoạch năm 2025 của …": the year belongs to the document waited for. */
function isTitle(segment: Segment, plain: string): boolean {
  const [first] = segment.mentions;
  if (first === undefined || first.bound !== null || segment.mentions.some(isSharp)) return false;
  return segment.marks.some(({ mark, to }) => {
    if (mark !== 'depends' || to > first.from) return false;
    const name = plain.slice(to, first.from);
    return !/[;:(]/.test(name) && (!name.includes(',') || DOCUMENT.test(foldVietnamese(name)));
  });
}

const DOCUMENT =
  /^\s*(?:cac )?(?:luat|nghi dinh|nghi quyet|quyet dinh|thong tu|huong dan|ke hoach|chi thi|ket luan|chuong trinh|de an|quy dinh|phap lenh|cong van)\b/;

/** "Trước Đại hội các cấp năm 2025": an event is waited for, its year is no day. */
function isEvent(segment: Segment, plain: string): boolean {
  const [first] = segment.mentions;
  if (first === undefined || segment.mentions.some(isSharp)) return false;
  return segment.bounds.some(
    ({ bound, to }) =>
      ['before', 'after', 'to'].includes(bound) &&
      to <= first.from &&
      EVENT.test(foldVietnamese(plain.slice(to, first.from))),
  );
}

/** "Hằng quý trong năm 2025": the year bounds a cadence, whose days are not said. */
function boundsCadence({ every, mentions }: Segment): boolean {
  return (
    mentions.length > 0 &&
    every.some((cycle) => ['week', 'month', 'quarter', 'half_year', 'semester'].includes(cycle)) &&
    mentions.every(({ place }) => place.kind === 'year' || place.kind === 'years')
  );
}

const EVENT =
  /^\s*(?:khi |ngay |luc )?(?:to chuc |khai mac |dien ra )?(?:dai hoi|hoi nghi|ky hop|phien hop|cuoc hop|hoi thao|hoi thi|hoi dien|le |bau cu|ngay bau cu|cuoc bau cu|ky thi|dot)\b/;

/** Beside a day, months and years only say what the work is about ("Báo cáo quý I: trước ngày 30/3"). */
function deadlinesAmong(mentions: readonly Mention[], heading: boolean): Mention[] {
  if (heading) return mentions.filter(isSharp);
  if (!mentions.some(isSharp)) return mentions.filter((mention, at) => !isLabel(mention, mentions, at));
  const claims = claimsOf(mentions);
  return claims.flatMap(({ start, end }, at) =>
    isSharp(end) ||
    (start !== null && isSharp(start)) ||
    isBeside(end, claims[at - 1]?.end) ||
    isBeside(claims[at + 1]?.end, end)
      ? start === null
        ? [end]
        : [start, end]
      : [],
  );
}

/** "Dịp 27/7 và Tết Nguyên đán": a feast in one row with a day. */
function isBeside(mention: Mention | undefined, before: Mention | undefined): boolean {
  if (mention === undefined || before === undefined || mention.joined !== 'and') return false;
  const feast = [mention, before].some(({ place }) => place.kind === 'feast');
  return feast && mention.bound === before.bound && mention.from - before.to <= LONGEST_ROW_JOINT;
}

const LONGEST_ROW_JOINT = 8;

/** "Năm 2025: quý I, quý II"; the school year beside its semester. */
function isLabel(mention: Mention, mentions: readonly Mention[], at: number): boolean {
  if (mention.place.kind === 'school')
    return mentions.some(({ place }) => place.kind === 'month' || place.kind === 'quarter');
  if (mention.place.kind !== 'year' || mention.bound === 'by' || mention.bound === 'to' || at > 0)
    return false;
  return mentions.some(
    ({ place, joined: joint }) =>
      ['month', 'quarter', 'half', 'months', 'feast'].includes(place.kind) && joint === null,
  );
}

const TITLE = /bao cao|tong ket|quyet toan|danh gia/;

/** The year that a segment says beside its days. */
function labelOf(segment: Segment, plain: string): Label | null {
  for (const { place, bound, part, from } of segment.mentions) {
    if (isSharpPlace(place) || !('year' in place) || place.year === null || bound === 'from') continue;
    const named = /\p{L}/u.test(plain.slice(segment.from, from));
    const title =
      place.kind === 'year' &&
      bound === null &&
      part === null &&
      named &&
      (!segment.heading || TITLE.test(foldVietnamese(plain.slice(segment.from, from))));
    const first = place.kind === 'year' ? null : (spanOf(place, part)?.first.month ?? null);
    return { year: place.year, firstMonth: first, title };
  }
  const dated = segment.mentions.find(({ place }) => place.kind === 'date' && place.year !== null)?.place;
  return dated?.kind === 'date' && dated.year !== null
    ? { year: dated.year, firstMonth: null, title: false }
    : null;
}

function marksOf(segment: Segment): { lunar: boolean; reporting: boolean } {
  return {
    lunar: segment.marks.some(({ mark }) => mark === 'lunar'),
    reporting: segment.marks.some(({ mark }) => mark === 'reporting'),
  };
}

/** The one day a mention names, by itself. */
function dayNamed(mention: Mention, frame: Frame): LocalDate | null {
  const rule = resolve({ start: null, end: { ...mention, bound: 'in' } }, frame).rules[0];
  return rule?.kind === 'once' ? rule.on : null;
}

/** Whether days without a year come back: a cadence is said, the parts of a year are gone through, one of several lies "năm sau". */
function recurs(segments: readonly Segment[]): boolean {
  const cycles = segments
    .flatMap(({ every }) => every)
    .filter((cycle) => cycle !== 'on_demand' && cycle !== 'week');
  if (cycles.length > 0 || segments.some((segment) => segment.times.length > 0)) return true;
  const mentions = segments.flatMap((segment) => segment.mentions);
  const dates = mentions.filter(({ place }) => place.kind === 'date');
  if (dates.length < 2 || dates.some(({ place }) => 'year' in place && place.year !== null)) return false;
  const halves = mentions.some(
    ({ place }) => (place.kind === 'half' || place.kind === 'months') && place.year === null,
  );
  const halfYears = segments.some(({ amounts }) =>
    amounts.some(({ amount, unit }) => amount === 6 && unit === 'month'),
  );
  const quarters = mentions.filter(({ place }) => place.kind === 'quarter' && place.year === null);
  return halves || halfYears || quarters.length > 1 || dates.some(({ shift }) => shift === 1);
}
