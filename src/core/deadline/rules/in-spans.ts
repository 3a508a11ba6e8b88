import { completeDay, spanOf } from '../atoms/span.ts';
import { type Claim, claimsOf } from '../mentions/join.ts';
import type { Mention, Segment } from '../mentions/segment.ts';
import type { DatedRule, DeadlineRule } from '../rule.ts';
import { type Piece, piece } from './frame.ts';

/**
 * "Hai tháng cuối năm, mỗi tháng trước ngày 20", "trong quý IV/2024, thứ Sáu hằng tuần": days that come back in some
 * months alone. Where it is not said that they do, or in which year, a person must look.
 */
export function inSpans(
  { every }: Segment,
  written: readonly Mention[],
  claimed: readonly Mention[],
  pieces: readonly Piece[],
): readonly Piece[] {
  const spans = claimsOf(written).filter(({ start, end }) => isSpan(start ?? end) && isSpan(end));
  if (spans.length === 0 || spans.some(({ end }) => claimed.some(({ from }) => from === end.from)))
    return pieces;
  return pieces.map((found) => {
    const unbound = found.rules.filter(isUnbound);
    if (unbound.length === 0) return found;
    const bound = every.includes('month') || every.includes('week') ? boundTo(spans) : null;
    const rules = found.rules.map((rule) => (bound !== null && isUnbound(rule) ? bound(rule) : rule));
    return rules.some(isUnbound)
      ? piece(found.rules, [...found.reasons, 'SEVERAL_READINGS'], found.alternatives)
      : { ...found, rules };
  });
}

type Frequent = Extract<DatedRule, { kind: 'monthly' | 'weekly' }>;

const isUnbound = (rule: DeadlineRule): rule is Frequent =>
  (rule.kind === 'weekly' || (rule.kind === 'monthly' && rule.months === undefined)) &&
  (rule.since ?? rule.until) === undefined;

const isSpan = (mention: Mention): boolean =>
  ['month', 'months', 'quarter', 'half'].includes(mention.place.kind) && mention.part === null;

/** To the months of every year, or from the first day of the one span to its last. */
function boundTo(spans: readonly Claim[]): ((rule: Frequent) => DeadlineRule) | null {
  const ends = spans.map(({ start, end }) => ({
    first: spanOf((start ?? end).place, null)?.first,
    last: spanOf(end.place, null)?.last,
  }));
  if (ends.every(({ last }) => last?.year === null)) {
    const months = ends.flatMap(({ first, last }) => monthsFrom(first?.month ?? 1, last?.month ?? 12));
    return (rule) => (rule.kind === 'monthly' && rule.anchor === 'same_month' ? { ...rule, months } : rule);
  }
  const [only, ...others] = ends;
  const year = only?.last?.year ?? null;
  if (only?.first === undefined || only.last === undefined || year === null || others.length > 0) return null;
  const since = completeDay(only.first.year ?? year, only.first.month ?? 1, 1);
  const until = completeDay(year, only.last.month ?? 12, 'last');
  return since < until ? (rule) => ({ ...rule, since, until }) : null;
}

/** From November to January turns the year. */
function monthsFrom(first: number, last: number): number[] {
  const count = ((last - first + 12) % 12) + 1;
  return Array.from({ length: count }, (_, at) => ((first + at - 1) % 12) + 1).sort(
    (one, other) => one - other,
  );
}
