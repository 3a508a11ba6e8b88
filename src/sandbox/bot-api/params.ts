import { badRequest } from '../http/api-error.ts';
import type { Values } from './validate.ts';

/** The parameters of a call, already held against the list of fields. */
export interface Params {
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  flag(name: string): boolean;
  /** A list or object; its shape was checked against the Bot API's type of the field. */
  object(name: string): object | undefined;
  raw(name: string): unknown;
}

export function paramsOf(values: Values): Params {
  const value = (name: string): unknown => values[name];
  return {
    text: (name) => (typeof value(name) === 'string' ? String(value(name)) : undefined),
    number: (name) => (typeof value(name) === 'number' ? Number(value(name)) : undefined),
    flag: (name) => value(name) === true,
    object: (name) => value(name) as object | undefined,
    raw: value,
  };
}

/** @throws ApiError 400 where it is missing. */
export function requiredNumber(params: Params, name: string): number {
  const value = params.number(name);
  if (value === undefined) throw badRequest(`parameter "${name}" is required`);
  return value;
}
