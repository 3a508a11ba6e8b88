import type { LocalDate } from '../../time/local-date.ts';
import type { Place } from '../atoms/atom.ts';
import { completeDay, type PartialDay, spanOf } from '../atoms/span.ts';
import { isOnset, isSharp } from '../mentions/join.ts';
import type { Mention, Segment } from '../mentions/segment.ts';
import type { DatedRule, DeadlineRule } from '../rule.ts';
import type { Phrase } from '../words/phrase.ts';
import { isBeginning } from './background.ts';
import { type Piece, piece } from './frame.ts';

/** Between which days something comes back. */
type Term = Pick<DatedRule, 'since' | 'until'>;

interface Bounded {
  readonly term: Term;
  /** The segment without the words for the term. */
  readonly rest: Segment;
  /** "Đến hết ngày 15/12/2024 …, trước ngày 25 hằng tháng": perhaps a deadline of its own. */
  readonly unsure: boolean;
}

/**
 * "Từ năm 2022, trước ngày 15/02", "trước 31/12 hằng năm, đến hết năm 2026", "hằng năm từ 2024 đến 2026, trước 15/12".
 * `recurring` where the phrase says that days come back, `before` what its parts so far gave.
 */
export function termOf(
  segment: Segment,
  phrase: Phrase,
  recurring: boolean,
  before: readonly Piece[],
): Bounded | null {
  const comesBack = recurring || segment.mentions.some(comesBackAlone);
  const often = recurring || segment.every.includes('week');
  const found = (comesBack ? limitsOf(segment, phrase, often) : null) ?? onsetOf(segment, recurring);
  if (found === null) return null;
  const { term, from, to } = found;
  const mentions = segment.mentions.filter((_, at) => at < from || at >= to);
  const bounds =
    mentions.some(isYearless) || (mentions.length === 0 && isOfYears(segment) && hasRecurring(before));
  const lone = from === 0 && to === 1 && term.until !== undefined ? segment.mentions[from] : undefined;
  const unsure = lone !== undefined && isSharp(lone);
  return bounds ? { term, rest: { ...segment, mentions }, unsure } : null;
}

/** More than any words that lead to a term. */
const LONGEST_LEAD = 80;

/** Which mentions set a term. */
interface Found {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

/** An end, by itself or behind a beginning: "đến hết năm 2026", "giai đoạn 2024-2026", "từ 2024 đến 2026", "trong năm 2025". */
function limitsOf(segment: Segment, phrase: Phrase, recurring: boolean): Found | null {
  const { mentions } = segment;
  for (const [at, mention] of mentions.entries()) {
    const said = phrase.folded.slice(Math.max(segment.from, mention.from - LONGEST_LEAD), mention.from);
    const isSpan = mention.place.kind === 'years' || (recurring && isWithin(mention, said));
    const last = !FREE.test(said) ? null : isSpan ? mention : endOf(mention, mentions[at + 1], said);
    if (last === null || mention.mark === 'vision') continue;
    const until = dayOf(spanOf(last.place, null)?.last);
    if (until === null) continue;
    const since = last === mention && !isSpan ? null : dayOf(spanOf(mention.place, null)?.first);
    const term = since === null ? { until } : { since, until };
    return { term, from: at, to: at + (last === mention ? 1 : 2) };
  }
  return null;
}

/** "Trong năm 2025". */
const isWithin = ({ place, bound }: Mention, said: string): boolean =>
  place.kind === 'year' && bound === 'in' && !ENDS.test(said);

function endOf(mention: Mention, next: Mention | undefined, said: string): Mention | null {
  if (mention.bound === 'to' || ENDS.test(said)) return mention;
  if (next?.joined === 'dash' && isSharp(next) && isSharp(mention)) return next;
  return isBeginning(mention) && (next?.bound === 'to' || next?.joined === 'dash') ? next : null;
}

const ENDS = /\bket thuc (?:(?:vao|trong|ngay|thang|nam) )*$/;

/** Words that lead to a term and belong to nothing else, against "Chương trình … giai đoạn 2021-2025". */
const FREE =
  /(?:^|[,;:(]|\b(?:hang|moi) (?:nam|quy|thang|tuan)\b|\bcac\b)\s*(?:(?:va|trong|cac nam|giai doan|thoi gian|dot|cao diem|thuc hien|ap dung|keo dai|duy tri|bat dau|ket thuc|tu|den|toi|het|nam|ngay|thang|vao|cho|hang nam)\s+)*$/;

/** "Từ năm 2022, trước ngày 15/02", "trước 31/12 hằng năm, bắt đầu từ năm 2025". */
function onsetOf({ mentions }: Segment, recurring: boolean): Found | null {
  const last = mentions.length - 1;
  const at = isBeginning(mentions[last]) ? last : mentions.findIndex(isBeginning);
  const [before, onset, next] = [mentions[at - 1], mentions[at], mentions[at + 1]];
  if (onset === undefined) return null;
  const comesBack = recurring || (before !== undefined && comesBackAlone(before));
  const closes = comesBack && (before === undefined || isSharp(before) || isYearlessPlace(before.place));
  if (next === undefined ? !closes : !isOnset(onset, next)) return null;
  const since = beginningOf(onset.place);
  return since === null ? null : { term: { since }, from: at, to: at + 1 };
}

function beginningOf(place: Place): LocalDate | null {
  if (place.kind !== 'school') return dayOf(spanOf(place, null)?.first);
  return place.schoolYear === null ? null : completeDay(place.schoolYear, SCHOOL_BEGINS, 1);
}

function dayOf(day: PartialDay | undefined): LocalDate | null {
  return day === undefined || day.year === null ? null : completeDay(day.year, day.month ?? 1, day.day);
}

/** The month from which the days of a school year count, whatever day the school opens. */
const SCHOOL_BEGINS = 9;

/** "Ngày 25 tháng sau", "thứ Hai", "15/01 năm sau" come back without a word for it. */
const comesBackAlone = ({ place, shift }: Mention): boolean =>
  place.kind === 'day' || place.kind === 'weekday' || shift === 1;

const isYearlessPlace = (place: Place): boolean => 'year' in place && place.year === null;
const isYearless = ({ place }: Mention): boolean =>
  isYearlessPlace(place) || place.kind === 'day' || place.kind === 'weekday' || place.kind === 'school';

const isOfYears = ({ mentions }: Segment): boolean =>
  mentions.every((mention) => ['year', 'years'].includes(mention.place.kind) || isBeginning(mention));

const RECURRING: ReadonlySet<DeadlineRule['kind']> = new Set<DatedRule['kind']>([
  'yearly',
  'yearly_range',
  'yearly_month',
  'yearly_quarter',
  'half_yearly',
  'quarterly',
  'monthly',
  'week_of_month',
  'weekly',
  'yearly_lunar',
]);

const recurs = (rule: DeadlineRule): rule is DatedRule => RECURRING.has(rule.kind);

const hasRecurring = (pieces: readonly Piece[]): boolean => pieces.some(({ rules }) => rules.some(recurs));

/**
 * The pieces of a phrase whose last part sets a term: that part's own days lie in it or, where it names none, those said
 * before it. Days that do not recur are left alone.
 */
export function withinTerm(term: Term, before: readonly Piece[], own: readonly Piece[]): Piece[] {
  const bound = (pieces: readonly Piece[]): Piece[] =>
    pieces.map(({ rules, reasons, alternatives }) =>
      piece(
        rules.map((rule) => (recurs(rule) ? { ...rule, ...term } : rule)),
        reasons,
        alternatives,
      ),
    );
  return hasRecurring(own) ? [...before, ...bound(own)] : [...bound(before), ...own];
}
