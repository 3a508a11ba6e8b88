import type { Client } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';

type Value = string | number | bigint | boolean | null;

/** By column name, all rows alike. */
export type InsertRow = Readonly<Record<string, Value>>;

const ROWS_AT_ONCE = 500;

/**
 * Inserts the rows that break no unique index, leaves the others; returns how many were inserted. In SQL, as
 * Prisma's `skipDuplicates` is not for SQLite; this statement is the same on both.
 */
export async function insertMissing(
  client: Client,
  table: string,
  rows: readonly InsertRow[],
): Promise<number> {
  let inserted = 0;
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    inserted += await client.$executeRaw(insertion(table, rows.slice(start, start + ROWS_AT_ONCE)));
  }
  return inserted;
}

/** The statement itself, to which a `RETURNING` may be added. */
export function insertion(table: string, rows: readonly InsertRow[]): Prisma.Sql {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map(
    (row) => Prisma.sql`(${Prisma.join(columns.map((column) => row[column] ?? null))})`,
  );
  return Prisma.sql`INSERT INTO ${name(table)} (${Prisma.join(columns.map(name))}) VALUES ${Prisma.join(values)} ON CONFLICT DO NOTHING`;
}

const name = (identifier: string): Prisma.Sql => Prisma.raw(`"${identifier}"`);
