import type { Segment } from '../mentions/segment.ts';
import type { DeadlineRule } from '../rule.ts';
import { type Piece, piece } from './frame.ts';

/** Standing work, and the years that bound it. */
export function standing(segments: readonly Segment[], pieces: readonly Piece[]): Piece[] {
  if (isOngoing(segments)) return [piece([{ kind: 'ongoing', appliesTo: null }]), ...pieces.map(asPeriods)];
  const apart =
    segments.filter(({ mentions, every }) => mentions.length > 0 || every.length > 0).length > 1 ||
    pieces.some(({ rules }) =>
      rules.some((rule) => areWholeYears(rule) && rule.from?.slice(0, 4) === rule.to?.slice(0, 4)),
    );
  const yearLong = piece([{ kind: 'year_long', appliesTo: null }], apart ? ['SEVERAL_READINGS'] : []);
  return [yearLong, ...pieces.map(asPeriods)];
}

/** "Hằng năm, giai đoạn 2021-2025", "thường xuyên trong năm 2025": years that bound standing work. */
export function standsYearly(segments: readonly Segment[], pieces: readonly Piece[]): boolean {
  const yearly = segments.some(({ every }) => every.includes('year'));
  if (pieces.length === 0 || !(yearly || isOngoing(segments))) return false;
  const rules = pieces.flatMap((found) => found.rules);
  return (yearly || rules.some(({ kind }) => kind === 'range')) && rules.every(areWholeYears);
}

const isOngoing = (segments: readonly Segment[]): boolean =>
  segments.some(({ marks }) => marks.some(({ mark }) => mark === 'ongoing'));

/** "Thường xuyên, cao điểm từ 01/3 đến 15/3": a stretch of standing work is no deadline, or one of its own. */
export function isStress(segments: readonly Segment[], rules: readonly DeadlineRule[]): boolean {
  return isOngoing(segments) && rules.some(isStretch) && !rules.some(({ kind }) => kind === 'ongoing');
}

const isStretch = (rule: DeadlineRule): boolean =>
  rule.kind === 'yearly_range' || (rule.kind === 'range' && rule.from !== null);

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
