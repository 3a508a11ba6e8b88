import { STEP_NAMES } from '../../core/obligation/step.ts';
import type { ProgressAction } from './progress-action.ts';
import { id, oneOf, type WireOf } from './wire-field.ts';

/** Two letters each, never used again for something else. */
export const PROGRESS_WIRE: WireOf<ProgressAction> = {
  step: ['ks', { obligation: id(), step: oneOf(...STEP_NAMES) }],
  extend: ['ke', { obligation: id() }],
  evidence: ['kv', { obligation: id() }],
  evidence_file: ['kf', { report: id() }],
  contest: ['kc', { report: id() }],
};
