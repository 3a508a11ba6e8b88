import type { Client } from '../database/client.ts';
import { Prisma } from '../generated/sqlite/client.ts';

/**
 * Which of these ids the table has. They go as the keys of one JSON value: as values by themselves they take Prisma ten
 * times as long, and of a value's keys both databases say that they are text.
 */
export async function idsAmong<Id extends string>(
  client: Client,
  table: string,
  ids: readonly Id[],
): Promise<Id[]> {
  const keys = JSON.stringify(Object.fromEntries(ids.map((id) => [id, 0])));
  const rows = await client.$queryRaw<{ id: Id }[]>`
    SELECT id FROM ${Prisma.raw(`"${table}"`)} WHERE id IN (SELECT key FROM json_each(${keys}))`;
  return rows.map(({ id }) => id);
}
