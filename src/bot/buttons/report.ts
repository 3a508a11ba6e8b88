import { STEP_NAMES } from '../../core/work/step.ts';
import { type ButtonTable, count, id, oneOf } from './wire-field.ts';

export const HANDLING_CHOICES = [
  'conference',
  'document',
  'general',
  'evidence-none',
  'evidence-document',
  'evidence-file',
  'evidence-link',
  'confirmed',
  'unconfirmed',
] as const;
export type HandlingChoice = (typeof HANDLING_CHOICES)[number];

/** What buttons say of work: a unit's of its own, the secretariat's of others'. */
export const REPORT_BUTTONS = {
  /** What can be said of an obligation. */
  steps: ['s', { obligation: id<'obligation'>() }],
  percent: ['p', { obligation: id<'obligation'>(), percent: count }],
  done: ['f', { obligation: id<'obligation'>() }],
  /** Begins telling what is in the way. */
  blocked: ['b', { obligation: id<'obligation'>() }],
  step: ['ks', { obligation: id<'obligation'>(), step: oneOf(...STEP_NAMES) }],
  /** Begins asking for a later day. */
  extend: ['ke', { obligation: id<'obligation'>() }],
  /** Begins giving the evidence of what is done. */
  evidence: ['kv', { obligation: id<'obligation'>() }],
  /** The file that was given with a report. */
  evidence_file: ['kf', { report: id<'report'>() }],
  contest: ['kc', { report: id<'report'>() }],
  /** Begins recording for the owners of a task. */
  record: ['kr', { task: id<'task'>() }],
  /** Which task to record for. */
  record_choose: ['wt', {}],
  /** How a task is reported: to see, and to choose. */
  handling: ['kh', { task: id<'task'>() }],
  handle: ['kw', { task: id<'task'>(), choice: oneOf(...HANDLING_CHOICES) }],
} as const satisfies ButtonTable;
