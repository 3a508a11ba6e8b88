import type { Action } from './action.ts';
import { ASK_WIRE } from './ask-wire.ts';
import { ASSIGN_WIRE } from './assign-wire.ts';
import { GROUP_WIRE } from './group-wire.ts';
import { KIN_WIRE } from './kin-wire.ts';
import { LAUNCH_WIRE } from './launch-wire.ts';
import { MANAGE_WIRE } from './manage-wire.ts';
import { OFFICE_WIRE } from './office-wire.ts';
import { PLAN_WIRE } from './plan-wire.ts';
import { PROGRESS_WIRE } from './progress-wire.ts';
import { REMINDER_WIRE } from './reminder-wire.ts';
import { SET_UP_WIRE } from './set-up-wire.ts';
import { STAFF_WIRE } from './staff-wire.ts';
import { TIME_WIRE } from './time-wire.ts';
import { count, day, type Field, id, type WireOf, word } from './wire-field.ts';

/** Raised when a wire form changes meaning: buttons of older versions are then answered kindly, not obeyed. */
const VERSION = '1';
const SEPARATOR = '.';

/** Bot API, InlineKeyboardButton: callback data is 1–64 bytes. */
export const MAX_ACTION_BYTES = 64;

/** Leads the data of a button whose message says more than the button is about. */
const BESIDE = '+';

/** One letter and the fields in order, a kind of action each. A letter is never used again for something else. */
const WIRE: WireOf<Action> = {
  due: ['d', { from: day, to: day, skip: count }],
  task: ['t', { task: id() }],
  mine: ['m', { skip: count }],
  steps: ['s', { obligation: id() }],
  percent: ['p', { obligation: id(), percent: count }],
  done: ['f', { obligation: id() }],
  blocked: ['b', { obligation: id() }],
  acknowledge: ['a', { launch: id() }],
  dialogue: ['x', { choice: word }],
  help: ['h', {}],
  ...ASK_WIRE,
  ...OFFICE_WIRE,
  ...PROGRESS_WIRE,
  ...MANAGE_WIRE,
  ...LAUNCH_WIRE,
  ...ASSIGN_WIRE,
  ...PLAN_WIRE,
  ...KIN_WIRE,
  ...GROUP_WIRE,
  ...REMINDER_WIRE,
  ...SET_UP_WIRE,
  ...TIME_WIRE,
  ...STAFF_WIRE,
};

const BY_LETTER = new Map(
  Object.entries(WIRE).map(([kind, [letter, fields]]) => [letter, { kind, fields: fieldsIn(fields) }]),
);

function fieldsIn(fields: object): [name: string, field: Field<unknown>][] {
  return Object.entries(fields);
}

/** At most 64 bytes of ASCII, for every action. */
export function encodeAction(action: Action): string {
  const [letter, fields] = WIRE[action.kind];
  const values = fieldsIn(fields).map(([name, field]) => field.write(action[name as keyof Action]));
  return [`${VERSION}${letter}`, ...values].join(SEPARATOR);
}

/** The action, or null for anything forged, cut or of another version. */
export function decodeAction(data: string): Action | null {
  const plain = isBeside(data) ? data.slice(BESIDE.length) : data;
  const [head = '', ...texts] = plain.split(SEPARATOR);
  const wire = head.startsWith(VERSION) ? BY_LETTER.get(head.slice(VERSION.length)) : undefined;
  if (wire === undefined) return null;
  if (wire.fields.length !== texts.length) return null;
  const values = wire.fields.map(([name, field], index) => [name, field.read(texts[index] ?? '')]);
  if (values.some(([, value]) => value === null)) return null;
  const action = { kind: wire.kind, ...Object.fromEntries(values) } as Action;
  // One writing an action: what says the same otherwise was not written here.
  return encodeAction(action) === plain ? action : null;
}

/** The same button under a message that must stay: what it opens comes after the message, not in its place. */
export const besideData = (data: string): string =>
  data.length + BESIDE.length > MAX_ACTION_BYTES ? data : `${BESIDE}${data}`;

export const isBeside = (data: string): boolean => data.startsWith(BESIDE);
