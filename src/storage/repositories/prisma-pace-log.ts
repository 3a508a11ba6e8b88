import * as z from 'zod';
import type { PaceEntry, PaceLog } from '../../app/ports/pace-log.ts';
import type { WholeClient } from '../database/client.ts';
import { isConflict } from '../database/conflict.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { RowReader } from '../rows/row-reader.ts';

const momentsSchema = z.array(z.int());

/** PostgreSQL's alone: an SQLite database has one process. */
export class PrismaPaceLog implements PaceLog {
  readonly #client: WholeClient;

  constructor(client: WholeClient) {
    this.#client = client;
  }

  async read(names: readonly string[]): Promise<ReadonlyMap<string, PaceEntry>> {
    const rows = await this.#client.pace.findMany({ where: { name: { in: [...names] } } });
    return new Map(
      rows.map(({ name, takenAtMs, pausedUntilMs, revision }) => [
        name,
        {
          takenAtMs: new RowReader('pace', name).json('taken_at_ms', takenAtMs, momentsSchema),
          pausedUntilMs: Number(pausedUntilMs),
          revision,
        },
      ]),
    );
  }

  /**
   * One statement, so that the way out waits for the server once. It takes the rows in the order of their names: two
   * who write the same never wait for each other.
   */
  async write(entries: ReadonlyMap<string, PaceEntry>): Promise<boolean> {
    const rows = [...entries].map(
      ([name, { takenAtMs, pausedUntilMs, revision }]) =>
        Prisma.sql`(${name}, ${JSON.stringify(takenAtMs)}, ${BigInt(pausedUntilMs)}::bigint, ${revision}::int)`,
    );
    try {
      const written = await this.#client.$executeRaw`
        WITH entry (name, taken_at_ms, paused_until_ms, read_at) AS (VALUES ${Prisma.join(rows)}),
        unchanged AS (
          SELECT pace.name FROM pace JOIN entry ON entry.name = pace.name AND entry.read_at = pace.revision
          ORDER BY pace.name FOR UPDATE OF pace
        )
        INSERT INTO pace (name, taken_at_ms, paused_until_ms, revision)
        SELECT name, taken_at_ms, paused_until_ms, read_at + 1 FROM entry
        WHERE (SELECT COUNT(*) FROM unchanged) = (SELECT COUNT(*) FROM entry WHERE read_at > 0)
        ORDER BY name
        ON CONFLICT (name) DO UPDATE SET taken_at_ms = excluded.taken_at_ms,
          paused_until_ms = excluded.paused_until_ms, revision = excluded.revision
        WHERE pace.revision = excluded.revision - 1`;
      return written === entries.size;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  }
}
