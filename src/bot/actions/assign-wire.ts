import type { AssignAction } from './assign-action.ts';
import { type Field, id, oneOf } from './wire-field.ts';

type Wire = {
  readonly [Kind in AssignAction['kind']]: readonly [
    letters: string,
    fields: {
      readonly [Name in Exclude<keyof Extract<AssignAction, { kind: Kind }>, 'kind'>]: Field<
        Extract<AssignAction, { kind: Kind }>[Name]
      >;
    },
  ];
};

/** Two letters each, never used again for something else. */
export const ASSIGN_WIRE: Wire = {
  assignment_answer: ['ga', { task: id(), answer: oneOf('received', 'sent', 'nothing') }],
  nothing: ['gn', { obligation: id() }],
  assignment_list: ['gl', { task: id() }],
  assignment_copy: ['hz', { task: id() }],
  assignment_calls: ['hc', { task: id() }],
  assignment_hour: ['gh', { task: id() }],
  assignment_withdraw: ['gw', { task: id(), answer: oneOf('ask', 'yes', 'no') }],
  items: ['gi', { task: id() }],
  item: ['gu', { obligation: id() }],
};
