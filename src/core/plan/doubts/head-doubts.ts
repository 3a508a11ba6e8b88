import type { PlanHead } from '../plan-reading.ts';
import { type Doubt, type DoubtCode, doubtOf } from './doubt.ts';

const WANTED: readonly (readonly [keyof PlanHead, DoubtCode])[] = [
  ['number', 'HEAD_NUMBER_MISSING'],
  ['issuer', 'HEAD_ISSUER_MISSING'],
  ['issuedOn', 'HEAD_DATE_MISSING'],
  ['period', 'HEAD_PERIOD_MISSING'],
  ['title', 'HEAD_TITLE_MISSING'],
];

/** What the head of the document does not say. */
export const headDoubts = (head: PlanHead): Doubt[] =>
  WANTED.filter(([field]) => head[field] === null).map(([, code]) => doubtOf(code, { kind: 'head' }, ''));
