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
  snooze: ['rs', { notice: id() }],
  basis: ['rb', { notice: id() }],
  mute: ['rm', { obligation: id() }],
  unmute: ['ru', { obligation: id() }],
  escalation_call: ['rc', { notice: id() }],
  escalation_wait: ['rw', { notice: id() }],
};
