import { type Action, BUTTONS } from './action.ts';
import type { Field } from './wire-field.ts';

/** Raised when a wire form changes meaning: buttons of older versions are then answered kindly, not obeyed. */
const VERSION = '1';
const SEPARATOR = '.';

/** Bot API, InlineKeyboardButton: callback data is 1–64 bytes. */
export const MAX_ACTION_BYTES = 64;

/** Leads the data of a button whose message says more than the button is about. */
const BESIDE = '+';

const BY_LETTER = new Map<string, { kind: string; fields: [name: string, field: Field<unknown>][] }>(
  Object.entries(BUTTONS).map(([kind, [letter, fields]]) => [letter, { kind, fields: fieldsIn(fields) }]),
);

function fieldsIn(fields: object): [name: string, field: Field<unknown>][] {
  return Object.entries(fields);
}

/** At most 64 bytes of ASCII, for every action. */
export function encodeAction(action: Action): string {
  const [letter, fields] = BUTTONS[action.kind];
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
