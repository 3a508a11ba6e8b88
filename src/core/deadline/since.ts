import type { LocalDate } from '../time/local-date.ts';
import { type Piece, piece } from './frame.ts';
import type { DatedRule, DeadlineRule } from './rule.ts';

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

/**
 * The pieces of a phrase whose last part says from when days come back. That part's own days begin then, or, where it
 * names none, those said before it: "trước 31/12 hằng năm; bắt đầu từ năm 2025". Days that do not recur are left alone.
 */
export function sinceOnset(onset: LocalDate, before: readonly Piece[], own: readonly Piece[]): Piece[] {
  const begun = (pieces: readonly Piece[]): Piece[] =>
    pieces.map(({ rules, reasons, alternatives }) => {
      const kept = rules.filter(({ kind }) => kind !== 'start');
      return piece(
        kept.map((rule) => (recurs(rule) ? { ...rule, since: onset } : rule)),
        reasons,
        alternatives,
      );
    });
  if (own.some(({ rules }) => rules.some(recurs))) return [...before, ...begun(own)];
  return before.some(({ rules }) => rules.some(recurs)) ? begun(before) : [...before, ...own];
}
