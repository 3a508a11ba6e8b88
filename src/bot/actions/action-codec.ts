import { parse as uuidBytes, stringify as uuidText } from 'uuid';
import type { Id } from '../../core/id.ts';
import type { Action, ActionKind } from './action.ts';
import { OFFICE_WIRE } from './office-wire.ts';
import { type LocalDate, parseLocalDate } from '../../core/time/local-date.ts';

/** Raised when a wire form changes meaning: buttons of older versions are then answered kindly, not obeyed. */
const VERSION = '1';
const SEPARATOR = '.';

/** Bot API, InlineKeyboardButton: callback data is 1–64 bytes. */
export const MAX_ACTION_BYTES = 64;

interface Field<Value> {
  write(value: Value): string;
  /** Null for what is no such value. */
  read(text: string): Value | null;
}

/** 22 characters of base64url for the 16 bytes of a UUID. */
const id = <Kind extends string>(): Field<Id<Kind>> => ({
  write: (value) => Buffer.from(uuidBytes(value)).toString('base64url'),
  read: (text) => {
    if (!/^[A-Za-z0-9_-]{22}$/.test(text)) return null;
    try {
      return uuidText(Buffer.from(text, 'base64url')) as Id<Kind>;
    } catch {
      return null;
    }
  },
});

const day: Field<LocalDate> = {
  write: (value) => value.replaceAll('-', ''),
  read: (text) => parseLocalDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')),
};

const count: Field<number> = {
  write: String,
  read: (text) => (/^\d{1,5}$/.test(text) ? Number(text) : null),
};

const word: Field<string> = {
  write: (value) => value,
  read: (text) => (/^[a-z0-9-]{1,30}$/.test(text) ? text : null),
};

type FieldsOf<Kind extends ActionKind> = {
  readonly [Name in Exclude<keyof Extract<Action, { kind: Kind }>, 'kind'>]: Field<
    Extract<Action, { kind: Kind }>[Name]
  >;
};

/** One letter and the fields in order, a kind of action each. A letter is never used again for something else. */
const WIRE: { readonly [Kind in ActionKind]: readonly [letter: string, fields: FieldsOf<Kind>] } = {
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
  ...OFFICE_WIRE,
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
  const [head = '', ...texts] = data.split(SEPARATOR);
  const wire = head.startsWith(VERSION) ? BY_LETTER.get(head.slice(VERSION.length)) : undefined;
  if (wire === undefined) return null;
  if (wire.fields.length !== texts.length) return null;
  const values = wire.fields.map(([name, field], index) => [name, field.read(texts[index] ?? '')]);
  if (values.some(([, value]) => value === null)) return null;
  const action = { kind: wire.kind, ...Object.fromEntries(values) } as Action;
  // One writing an action: what says the same otherwise was not written here.
  return encodeAction(action) === data ? action : null;
}
