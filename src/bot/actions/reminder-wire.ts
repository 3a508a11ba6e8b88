import type { ReminderAction } from './reminder-action.ts';
import { id, type WireOf } from './wire-field.ts';

/** Two letters each, never used again for something else. */
export const REMINDER_WIRE: WireOf<ReminderAction> = {
  snooze: ['zs', { notice: id() }],
  basis: ['zb', { notice: id() }],
  plain_copy: ['wp', { notice: id() }],
  mute: ['zn', { obligation: id(), notice: id() }],
  unmute: ['zo', { obligation: id(), notice: id() }],
  escalation_call: ['zc', { notice: id() }],
  escalation_wait: ['zw', { notice: id() }],
};
