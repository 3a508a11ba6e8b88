import type { AskAction } from './ask-action.ts';
import { count, day, type Field, id, subject, word } from './wire-field.ts';

type Wire = {
  readonly [Kind in AskAction['kind']]: readonly [
    letters: string,
    fields: {
      readonly [Name in Exclude<keyof Extract<AskAction, { kind: Kind }>, 'kind'>]: Field<
        Extract<AskAction, { kind: Kind }>[Name]
      >;
    },
  ];
};

/** Two letters each, never used again for something else. */
export const ASK_WIRE: Wire = {
  due_of: ['qd', { about: subject, from: day, to: day, skip: count }],
  leads: ['ql', { task: id() }],
  overdue: ['qo', { about: subject, skip: count }],
  status: ['qs', { about: subject, from: day, to: day, skip: count }],
  task_status: ['qt', { about: subject, task: id(), skip: count }],
  movements: ['qm', { about: subject, skip: count }],
  movements_of: ['qp', { about: subject, origin: word, first: count, last: count, skip: count }],
  events: ['qe', { from: day, to: day, skip: count }],
  meetings: ['wm', { skip: count }],
  other: ['qn', {}],
};
