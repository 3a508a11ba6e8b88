import type { Client } from '../database/client.ts';
import type { Prisma } from '../generated/sqlite/client.ts';

/**
 * The first row that the query finds, its columns named as the fields of Prisma's models are; null where it finds
 * none. Half the time of `findFirst` in a transaction.
 */
export async function readRow<Model>(client: Client, query: Prisma.Sql): Promise<Model | null> {
  const [row] = await client.$queryRaw<Record<string, unknown>[]>(query);
  if (row === undefined) return null;
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [fieldOf(column), value])) as Model;
}

const fieldOf = (column: string): string =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
