import { badRequest } from '../http/api-error.ts';
import { type Fields, fieldsOfType, membersOfType } from './specification.ts';

export type Values = Readonly<Record<string, unknown>>;

type Reading = { readonly value: unknown } | { readonly problem: string };

// The server's own words where a parameter of this name is missing.
const MISSING: Readonly<Record<string, string>> = {
  chat_id: 'chat_id is empty',
  text: 'message text is empty',
  document: 'there is no document in the request',
  photo: 'there is no photo in the request',
  file_id: 'file_id not specified',
  message_id: 'message identifier is not specified',
};

/**
 * Holds the values of a call against the list of fields and gives them in their proper types: a form sends
 * everything as text, JSON objects included. Stricter than the real server, which ignores what it does not know.
 * @throws ApiError 400 for a parameter unknown, missing or of another type.
 */
export function validate(fields: Fields, values: Values): Values {
  const read = readFields(fields, values, (name) => MISSING[name] ?? `parameter "${name}" is required`);
  if ('problem' in read) throw badRequest(read.problem);
  return read.value as Values;
}

function readFields(fields: Fields, values: Values, missing: (name: string) => string): Reading {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    const field = fields.get(name);
    // Frameworks put switches of their own into buttons (Telegraf's `hide: false`); switched off they say nothing.
    if (field === undefined && value === false) continue;
    if (field === undefined) return { problem: `unknown parameter "${name}"` };
    // An empty text is the same as none: so forms leave a field out.
    if (value === '' && field.required) return { problem: missing(name) };
    const read = readAny(field.types, value, name);
    if ('problem' in read) return read;
    result[name] = read.value;
  }
  for (const [name, field] of fields) {
    if (field.required && !(name in result)) return { problem: missing(name) };
  }
  return { value: result };
}

function readAny(types: readonly string[], value: unknown, name: string): Reading {
  const candidates = types.flatMap(membersOfType);
  const problems: string[] = [];
  for (const type of candidates) {
    const read = readType(type, value, name);
    if ('value' in read) return read;
    problems.push(read.problem);
  }
  // The candidate that got furthest speaks: a missing required field means that it was not meant.
  const meant = problems.find((problem) => !problem.includes('is required') && !problem.includes('must be'));
  return { problem: meant ?? problems[0] ?? `parameter "${name}" has an unsupported type` };
}

const SCALARS: Readonly<Record<string, (value: unknown) => unknown>> = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Integer: (value) => {
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    return Number.isSafeInteger(number) ? number : undefined;
  },
  Float: (value) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  },
  Boolean: (value) => {
    if (typeof value === 'boolean') return value;
    return { true: true, '1': true, false: false, '0': false }[String(value).toLowerCase()];
  },
};

function readType(type: string, value: unknown, name: string): Reading {
  const wrong: Reading = { problem: `parameter "${name}" must be of type ${type}` };
  const scalar = SCALARS[type];
  if (scalar !== undefined) {
    const read = scalar(value);
    return read === undefined ? wrong : { value: read };
  }
  if (type === 'InputFile') return { value };
  const given = typeof value === 'string' ? parseJson(value) : value;
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(given)) return wrong;
    return readItems(type.slice('Array of '.length), given, name);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return wrong;
  const fields = fieldsOfType(type);
  if (fields === undefined) return { value: given };
  return readFields(fields, given as Values, (field) => `field "${field}" of ${type} is required`);
}

function readItems(type: string, items: readonly unknown[], name: string): Reading {
  const result: unknown[] = [];
  for (const item of items) {
    const read = readAny([type], item, name);
    if ('problem' in read) return read;
    result.push(read.value);
  }
  return { value: result };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
