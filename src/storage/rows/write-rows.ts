import type { Client } from '../database/client.ts';
import { Prisma } from '../generated/sqlite/client.ts';

type Value = string | number | bigint | boolean | null;

/** By column name, all rows alike. */
export type Row = Readonly<Record<string, Value>>;

const ROWS_AT_ONCE = 500;

/**
 * Inserts the rows that break no unique index, leaves the others; returns how many were inserted. In SQL, as
 * Prisma's `skipDuplicates` is not for SQLite; this statement is the same on both.
 */
export async function insertMissing(client: Client, table: string, rows: readonly Row[]): Promise<number> {
  let inserted = 0;
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const some = rows.slice(start, start + ROWS_AT_ONCE);
    inserted += await client.$executeRaw(
      some.length === 1
        ? insertionOfMissing(table, some)
        : Prisma.sql`${insertionOfMany(table, some)} ON CONFLICT DO NOTHING`,
    );
  }
  return inserted;
}

/** Inserts the rows, or puts them in place of those that have their ids, in the columns that they give. */
export async function putRows(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id');
  const given = columns.map((column) => Prisma.sql`${name(column)} = excluded.${name(column)}`);
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const insertion = insertionOfMany(table, rows.slice(start, start + ROWS_AT_ONCE));
    await client.$executeRaw`${insertion} ON CONFLICT (id) DO UPDATE SET ${Prisma.join(given)}`;
  }
}

/** Inserts a row, which takes Prisma half the time of its own `create`. A unique index that it breaks is an error. */
export async function insertRow(client: Client, table: string, row: Row): Promise<void> {
  await client.$executeRaw(insertion(table, [row]));
}

/** Inserts a row where the query finds something; returns whether it did, as 1 or 0. */
export function insertWhere(client: Client, table: string, row: Row, query: Prisma.Sql): Promise<number> {
  const columns = Object.keys(row);
  const values = columns.map((column) => row[column] ?? null);
  return client.$executeRaw`INSERT INTO ${name(table)} (${Prisma.join(columns.map(name))})
    SELECT ${Prisma.join(values)} WHERE EXISTS (${query})`;
}

/** Changes the rows that have the values of `where`, none null, to those of `row`; returns how many. Half the time of `updateMany`. */
export const updateRows = (client: Client, table: string, row: Row, where: Row): Promise<number> =>
  client.$executeRaw`UPDATE ${name(table)} SET ${equations(row, ', ')} WHERE ${equations(where, ' AND ')}`;

/**
 * Changes the rows that are still at the revision given with them, each by its id, and raises the revision; returns how
 * many.
 */
export async function updateRevised(client: Client, table: string, rows: readonly Row[]): Promise<number> {
  let changed = 0;
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const { columns, valueOf, each } = given(rows.slice(start, start + ROWS_AT_ONCE));
    const values = columns.flatMap((column) =>
      column === 'id' || column === 'revision' ? [] : [Prisma.sql`${name(column)} = ${valueOf(column)}`],
    );
    changed +=
      await client.$executeRaw`UPDATE ${name(table)} SET ${Prisma.join(values)}, revision = ${valueOf('revision')} + 1
      FROM ${each} WHERE ${name(table)}.id = ${valueOf('id')} AND revision = ${valueOf('revision')}`;
  }
  return changed;
}

/** The statement of `insertMissing`, to which a `RETURNING` may be added. */
export const insertionOfMissing = (table: string, rows: readonly Row[]): Prisma.Sql =>
  Prisma.sql`${insertion(table, rows)} ON CONFLICT DO NOTHING`;

function insertion(table: string, rows: readonly Row[]): Prisma.Sql {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map(
    (row) => Prisma.sql`(${Prisma.join(columns.map((column) => row[column] ?? null))})`,
  );
  return Prisma.sql`INSERT INTO ${name(table)} (${Prisma.join(columns.map(name))}) VALUES ${Prisma.join(values)}`;
}

function insertionOfMany(table: string, rows: readonly Row[]): Prisma.Sql {
  const { columns, valueOf, each } = given(rows);
  // Without a WHERE, SQLite takes an ON CONFLICT behind it for the condition of a join.
  return Prisma.sql`INSERT INTO ${name(table)} (${Prisma.join(columns.map(name))})
    SELECT ${Prisma.join(columns.map(valueOf))} FROM ${each} WHERE true`;
}

interface GivenRows {
  readonly columns: readonly string[];
  readonly valueOf: (column: string) => Prisma.Sql;
  readonly each: Prisma.Sql;
}

/**
 * What all rows share goes by itself, the rest as one JSON value, which either database takes apart: for each value by
 * itself Prisma needs longer than the database. The rows are an object, as that is what both call `json_each`.
 */
function given(rows: readonly Row[]): GivenRows {
  const [first = {}] = rows;
  const columns = Object.keys(first);
  const differing = columns.filter((column) => rows.some((row) => row[column] !== first[column]));
  const values = rows.map((row) => differing.map((column) => jsonOf(row[column])));
  return {
    columns,
    valueOf(column) {
      const place = differing.indexOf(column);
      return place === -1 ? Prisma.sql`${first[column]}` : taken(place, typeIn(column, rows));
    },
    each: Prisma.sql`json_each(${JSON.stringify({ ...values })}) AS given`,
  };
}

const jsonOf = (value: Value | undefined) => (typeof value === 'bigint' ? String(value) : value);

/** To PostgreSQL all that is taken out of JSON is text. */
const taken = (place: number, type: string | undefined): Prisma.Sql =>
  Prisma.raw(type === undefined ? `given.value ->> ${place}` : `CAST(given.value ->> ${place} AS ${type})`);

const TYPES: Readonly<Record<string, string>> = { boolean: 'BOOLEAN', number: 'INTEGER', bigint: 'BIGINT' };

const typeIn = (column: string, rows: readonly Row[]): string | undefined =>
  TYPES[typeof rows.find((row) => row[column] !== null)?.[column]];

const equations = (row: Row, separator: string): Prisma.Sql =>
  Prisma.join(
    Object.entries(row).map(([column, value]) => Prisma.sql`${name(column)} = ${value}`),
    separator,
  );

const name = (identifier: string): Prisma.Sql => Prisma.raw(`"${identifier}"`);
