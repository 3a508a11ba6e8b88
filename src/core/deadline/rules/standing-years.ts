import type { Segment } from '../mentions/segment.ts';
import type { Cycle, DeadlineRule } from '../rule.ts';
import { type Piece, piece } from './frame.ts';

/** Standing work, and the years that bound it. */
export function standing(segments: readonly Segment[], pieces: readonly Piece[]): Piece[] {
  const apart =
    segments.filter(({ mentions, every }) => mentions.length > 0 || every.length > 0).length > 1 ||
    pieces.some(({ rules }) =>
      rules.some((rule) => areWholeYears(rule) && rule.from?.slice(0, 4) === rule.to?.slice(0, 4)),
    );
  const yearLong = piece([{ kind: 'year_long', appliesTo: null }], apart ? ['SEVERAL_READINGS'] : []);
  return [yearLong, ...pieces.map(asPeriods)];
}

/** "Hằng năm, giai đoạn 2021-2025", "hằng năm, đến năm 2030": years that bound standing work. */
export function standsYearly(pieces: readonly Piece[], every: ReadonlySet<Cycle>): boolean {
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
