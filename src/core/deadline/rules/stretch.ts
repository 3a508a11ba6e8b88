import { addDays } from '../../time/local-date.ts';
import type { Claim } from '../mentions/join.ts';
import type { Mention } from '../mentions/segment.ts';
import type { DatedRule, DeadlineRule } from '../rule.ts';
import type { Phrase } from '../words/phrase.ts';
import { type Piece, piece } from './frame.ts';

type Range = Extract<DatedRule, { kind: 'range' }>;

/**
 * "Ngày 26 và 27/6", "tháng 11, 12/2024": days or months in a row are one stretch, due on its last day; of months a
 * person sees whether each is meant. The pieces are those of the claims, in their order.
 */
export function stretched(claims: readonly Claim[], pieces: readonly Piece[], phrase: Phrase): Piece[] {
  const result: Piece[] = [];
  pieces.forEach((next, at) => {
    const last = result.at(-1);
    const joined = last === undefined ? null : stretchOf(claims[at - 1], claims[at], last, next, phrase);
    if (joined === null) result.push(next);
    else result[result.length - 1] = joined;
  });
  return result;
}

function stretchOf(
  before: Claim | undefined,
  claim: Claim | undefined,
  last: Piece,
  next: Piece,
  phrase: Phrase,
): Piece | null {
  if (before === undefined || claim === undefined || !followsIn(before, claim, phrase)) return null;
  const [one, other] = [asRange(last.rules), asRange(next.rules)];
  if (one === null || other?.from !== addDays(one.to, 1) || one.appliesTo !== other.appliesTo) return null;
  const rules: DeadlineRule[] = [{ ...other, from: one.from }];
  const reasons = [...new Set([...last.reasons, ...next.reasons])];
  if (claim.end.place.kind === 'date') return reasons.length === 0 ? piece(rules) : null;
  const each = [...(last.alternatives[0] ?? last.rules), ...next.rules];
  return piece(rules, [...new Set([...reasons, 'SEVERAL_READINGS' as const])], [each]);
}

/** Places of one kind in a row, which nothing bounds: "trước ngày 15 và 16/11" are two days. */
function followsIn(before: Claim, claim: Claim, { folded }: Phrase): boolean {
  const [one, other] = [before.end, claim.end];
  const kind = other.place.kind;
  return (
    one.place.kind === kind &&
    (kind === 'date' || kind === 'month') &&
    [before, claim].every(({ start, end }) => start === null && end.part === null && isUnbound(end)) &&
    JOINT.test(folded.slice(one.to, other.from))
  );
}

const isUnbound = ({ bound }: Mention): boolean => bound === null || bound === 'in';

/** Nothing but what joins them. */
const JOINT = /^(?:[\s,&]|va|ngay|thang)*$/;

/** A day is a range of one. */
function asRange([rule, ...others]: readonly DeadlineRule[]): Range | null {
  if (others.length > 0) return null;
  if (rule?.kind === 'range') return rule;
  if (rule?.kind !== 'once') return null;
  const { kind: _, on, ...common } = rule;
  return { kind: 'range', from: on, to: on, ...common };
}
