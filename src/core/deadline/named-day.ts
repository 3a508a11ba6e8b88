import type { DeadlineRule } from './rule.ts';

/** A deadline on one day, perhaps with an hour. */
export type NamedDay = Extract<DeadlineRule, { kind: 'once' }>;
