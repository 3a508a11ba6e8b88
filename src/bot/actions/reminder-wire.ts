import type { ReminderAction } from './reminder-action.ts';
import { type Field, id } from './wire-field.ts';

type Wire = {
  readonly [Kind in ReminderAction['kind']]: readonly [
    letters: string,
    fields: {
      readonly [Name in Exclude<keyof Extract<ReminderAction, { kind: Kind }>, 'kind'>]: Field<
        Extract<ReminderAction, { kind: Kind }>[Name]
      >;
    },
  ];
};

/** Two letters each, never used again for something else. */
export const REMINDER_WIRE: Wire = {
  snooze: ['zs', { notice: id() }],
  basis: ['zb', { notice: id() }],
  plain_copy: ['wp', { notice: id() }],
  mute: ['zm', { obligation: id() }],
  unmute: ['zu', { obligation: id() }],
  escalation_call: ['zc', { notice: id() }],
  escalation_wait: ['zw', { notice: id() }],
};
