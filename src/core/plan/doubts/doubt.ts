import type { ReviewReason } from '../../deadline/reading.ts';
import type { DeadlineRule } from '../../deadline/rule.ts';

/** What may be wrong with a reading. A closed list: every code has its text in both languages. */
export const DOUBT_CODES = [
  'HEAD_NUMBER_MISSING',
  'HEAD_ISSUER_MISSING',
  'HEAD_DATE_MISSING',
  'HEAD_PERIOD_MISSING',
  'HEAD_TITLE_MISSING',
  'TABLE_PASSED_OVER',
  'COLUMN_UNKNOWN',
  'ROW_NOT_UNDERSTOOD',
  'ROW_HIDDEN',
  'NUMBER_REPEATED',
  'NUMBER_MISSING',
  'TITLE_REPEATS_WORDS',
  'LEAD_MISSING',
  'LEAD_BY_POSITION',
  'LEAD_FROM_HEADING',
  'LEAD_NAMES_UNEVEN',
  'LEAD_JOINT',
  'LEAD_DIFFERS_IN_BODY',
  'LEAD_UNKNOWN',
  'PARTY_SCOPE_ODD',
  'DEADLINE_REVIEW',
  'DEADLINE_MISSING',
  'DEADLINE_BEFORE_PLAN',
  'DEADLINE_OUTSIDE_PERIOD',
  'DEADLINE_CYCLE_UNCLEAR',
  'DEADLINE_ALONE_AMONG_ROWS',
  'DEADLINE_EACH_OR_ONE',
  'DEADLINE_FOR_UNKNOWN_KIND',
  'HALF_YEAR_AGAINST_DEADLINE',
  'ROW_DUPLICATED',
  'ROW_NEARLY_DUPLICATED',
  'ANNIVERSARY_WRONG',
  'DATE_SEPARATORS_MIXED',
  'EVENT_ONLY_IN_BODY',
] as const;
export type DoubtCode = (typeof DOUBT_CODES)[number];

export type DoubtPlace =
  | { readonly kind: 'head' }
  | { readonly kind: 'table'; readonly index: number }
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'task'; readonly no: string }
  | { readonly kind: 'event'; readonly name: string };

export interface Doubt {
  readonly code: DoubtCode;
  readonly where: DoubtPlace;
  /** The document's own words. */
  readonly words: string;
  /** Possible readings, the one taken first; empty where a person must write it. */
  readonly alternatives: readonly string[];
  /** Of words about time: why a person must look, and the readings to choose from, the one taken first. */
  readonly deadline: DeadlineDoubt | null;
}

export interface DeadlineDoubt {
  readonly reasons: readonly ReviewReason[];
  readonly readings: readonly (readonly DeadlineRule[])[];
}

/** Doubts that hold a row back until a person has decided; all others are only pointed out. */
const HOLDS_BACK: ReadonlySet<DoubtCode> = new Set<DoubtCode>([
  'HEAD_NUMBER_MISSING',
  'HEAD_DATE_MISSING',
  'HEAD_PERIOD_MISSING',
  'ROW_NOT_UNDERSTOOD',
  'LEAD_MISSING',
  'LEAD_BY_POSITION',
  'LEAD_NAMES_UNEVEN',
  'DEADLINE_REVIEW',
  'DEADLINE_CYCLE_UNCLEAR',
  'DEADLINE_ALONE_AMONG_ROWS',
  'DEADLINE_FOR_UNKNOWN_KIND',
  'ROW_DUPLICATED',
  'ANNIVERSARY_WRONG',
]);

export const holdsBack = (doubt: Doubt): boolean => HOLDS_BACK.has(doubt.code);

export const doubtOf = (
  code: DoubtCode,
  where: DoubtPlace,
  words: string,
  alternatives: readonly string[] = [],
): Doubt => ({ code, where, words, alternatives, deadline: null });

export const atTask = (no: string): DoubtPlace => ({ kind: 'task', no });
