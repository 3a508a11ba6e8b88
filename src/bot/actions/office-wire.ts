import type { InvitedRole } from '../../core/organisation/invitation.ts';
import type { OfficeAction } from './office-action.ts';
import { type Field, id, oneOf } from './wire-field.ts';

const role: Field<InvitedRole> = oneOf('focal_point', 'leader');

type Wire = {
  readonly [Kind in OfficeAction['kind']]: readonly [
    letters: string,
    fields: {
      readonly [Name in Exclude<keyof Extract<OfficeAction, { kind: Kind }>, 'kind'>]: Field<
        Extract<OfficeAction, { kind: Kind }>[Name]
      >;
    },
  ];
};

/** Two letters each, never used again for something else. */
export const OFFICE_WIRE: Wire = {
  invite: ['iv', {}],
  invite_cluster: ['ic', { cluster: id() }],
  invite_others: ['io', {}],
  invite_unit: ['iu', { unit: id(), role }],
  invite_all: ['ia', { role }],
  bind: ['bg', { cluster: id() }],
  me: ['me', { choice: oneOf('show', 'describe', 'erase', 'erase-yes', 'reminders-on', 'reminders-off') }],
  join: ['jo', { invitation: id(), answer: oneOf('yes', 'no') }],
};
