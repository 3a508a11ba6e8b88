import { v5 } from 'uuid';
import type { DeadlineRule } from '../deadline/rule.ts';
import type { ClusterId, UnitId } from '../id.ts';
import { foldVietnamese, tidySpaces } from '../text/fold.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Doubt } from './doubts/doubt.ts';
import type { NamedParty } from './plan-book.ts';
import type { YearSpan } from './plan-reading.ts';
import { placeWords } from './plan-reading-json.ts';

/** What a decision settles: `LEAD_BY_POSITION task 8.1`, `PARTY cong an quan`, `MILESTONE 11`. One stands a matter, the last. */
export type MatterKey = string & { readonly __brand: 'MatterKey' };

export const doubtKey = ({ code, where }: Pick<Doubt, 'code' | 'where'>): MatterKey =>
  `${code} ${placeWords(where)}` as MatterKey;
export const partyKey = (words: string): MatterKey =>
  `PARTY ${foldVietnamese(tidySpaces(words))}` as MatterKey;
export const isAboutKind = (about: MatterKey): boolean => about.startsWith('DEADLINE_FOR_UNKNOWN_KIND ');
export const milestoneKey = (no: string): MatterKey => `MILESTONE ${no}` as MatterKey;

/** What a person decided about a reading: a value, applied to it purely and kept beside it. */
export type Decision = { readonly about: MatterKey } /** The reading stands as it is. */ & (
  | { readonly kind: 'accept' }
  | { readonly kind: 'deadline'; readonly no: string; readonly rules: readonly DeadlineRule[] }
  /** A day that the office sets by itself where the plan names none; `words` say so. No rules: it is taken back. */
  | {
      readonly kind: 'milestone';
      readonly no: string;
      readonly rules: readonly DeadlineRule[];
      readonly words: string;
    }
  /** The words about time belong to another row. */
  | { readonly kind: 'deadline_of'; readonly no: string; readonly of: string }
  /** Whom the plan names as leads of the row, as it calls them. */
  | { readonly kind: 'lead'; readonly no: string; readonly names: readonly string[] }
  /** Whom a name means, wherever it stands; null for nobody of this organisation. */
  | { readonly kind: 'party'; readonly words: string; readonly unitId: UnitId | null }
  | { readonly kind: 'party_cluster'; readonly words: string; readonly clusterId: ClusterId }
  /** The row is one duty with another. */
  | { readonly kind: 'duplicate'; readonly no: string; readonly of: string }
  /** Of which year the plan is that a row asks for at the end of each year; the day is the same. */
  | { readonly kind: 'cycle'; readonly no: string; readonly cycle: 'next_year' | 'same_year' }
  | { readonly kind: 'anniversary'; readonly event: string; readonly count: number }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'issued_on'; readonly issuedOn: LocalDate }
  | { readonly kind: 'period'; readonly period: YearSpan }
);

/** A name means that party; null: nobody of this organisation. */
export const partyDecision = (words: string, party: NamedParty | null): Decision =>
  party?.kind === 'cluster'
    ? { about: partyKey(words), kind: 'party_cluster', words, clusterId: party.clusterId }
    : { about: partyKey(words), kind: 'party', words, unitId: party?.unitId ?? null };

/** Of this program's decisions; any fixed UUID would do. */
const NAMESPACE = '0d3f9f4e-6a43-4f0e-8f3b-8a2f4f5d9c11';
const CODE_LENGTH = 12;

/** A short name of a decision, by which a button carries it: lower-case hexadecimal digits. */
export const decisionCode = (decision: Decision): string =>
  v5(JSON.stringify(decision), NAMESPACE).replaceAll('-', '').slice(0, CODE_LENGTH);

/** The decisions with one more; what was decided of the same matter before gives way, a milestone taken back is gone. */
export function withDecision(decisions: readonly Decision[], decision: Decision): Decision[] {
  const others = decisions.filter(({ about }) => about !== decision.about);
  return decision.kind === 'milestone' && decision.rules.length === 0 ? others : [...others, decision];
}

/** The row says again what the plan says. */
export const noMilestone = (no: string): Decision => ({
  about: milestoneKey(no),
  kind: 'milestone',
  no,
  rules: [],
  words: '',
});
