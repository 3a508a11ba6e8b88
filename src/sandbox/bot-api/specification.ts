import { readFileSync } from 'node:fs';

/** One parameter or field: the types it may have, in the words of the Bot API ("Array of String"). */
export interface Field {
  readonly types: readonly string[];
  readonly required: boolean;
}

export type Fields = ReadonlyMap<string, Field>;

interface Listing {
  readonly version: string;
  readonly methods: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly types: Readonly<Record<string, Readonly<Record<string, string>> | readonly string[]>>;
}

// `fields.json` is the published list of Bot API methods and types: name, `!` where required, types by `|`.
const listing = JSON.parse(readFileSync(new URL('./fields.json', import.meta.url), 'utf8')) as Listing;

const fieldsOf = (written: Readonly<Record<string, string>>): Fields =>
  new Map(
    Object.entries(written).map(([name, types]) => [
      name.replace(/!$/, ''),
      { types: types.split('|'), required: name.endsWith('!') },
    ]),
  );

const methods = new Map(
  Object.entries(listing.methods).map(([name, written]) => [
    name.toLowerCase(),
    { name, fields: fieldsOf(written) },
  ]),
);

const objects = new Map<string, Fields>();
const unions = new Map<string, readonly string[]>();
for (const [name, written] of Object.entries(listing.types)) {
  if (Array.isArray(written)) unions.set(name, written as readonly string[]);
  else objects.set(name, fieldsOf(written as Readonly<Record<string, string>>));
}

/** The method by its name in any case; undefined where the Bot API has none of that name. */
export function methodNamed(name: string): { readonly name: string; readonly fields: Fields } | undefined {
  return methods.get(name.toLowerCase());
}

/** The fields of an object type; undefined for a scalar, a union or a type that has none. */
export function fieldsOfType(type: string): Fields | undefined {
  const fields = objects.get(type);
  return fields !== undefined && fields.size > 0 ? fields : undefined;
}

/** The members of a union such as `BotCommandScope`; a type that is none stands for itself. */
export function membersOfType(type: string): readonly string[] {
  return unions.get(type) ?? [type];
}
