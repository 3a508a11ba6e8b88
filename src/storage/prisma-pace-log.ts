import { z } from 'zod';
import type { PaceEntry, PaceLog } from '../app/ports/pace-log.ts';
import type { Client, WholeClient } from './client.ts';
import type { Gate } from './gate.ts';
import { RowReader } from './row-reader.ts';
import { insertMissing, updateRows } from './write-rows.ts';

const momentsSchema = z.array(z.int());

export class PrismaPaceLog implements PaceLog {
  readonly #client: WholeClient;
  readonly #gate: Gate;

  constructor(client: WholeClient, gate: Gate) {
    this.#client = client;
    this.#gate = gate;
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

  write(entries: ReadonlyMap<string, PaceEntry>): Promise<boolean> {
    // By name, so that two who write the same never wait for each other.
    const inOrder = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
    return this.#gate.pass(
      () =>
        this.#client
          .$transaction(async (tx) => {
            for (const [name, entry] of inOrder) if (!(await isKept(tx, name, entry))) throw new Overtaken();
            return true;
          })
          .catch((error: unknown) => {
            if (error instanceof Overtaken) return false;
            throw error;
          }),
      false,
    );
  }
}

/** Ends a transaction that another process was quicker than. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

async function isKept(
  client: Client,
  name: string,
  { takenAtMs, pausedUntilMs, revision }: PaceEntry,
): Promise<boolean> {
  const taken = JSON.stringify(takenAtMs);
  const paused = BigInt(pausedUntilMs);
  if (revision === 0) {
    const first = { name, taken_at_ms: taken, paused_until_ms: paused, revision: 1 };
    return (await insertMissing(client, 'pace', [first])) > 0;
  }
  const next = { taken_at_ms: taken, paused_until_ms: paused, revision: revision + 1 };
  return (await updateRows(client, 'pace', next, { name, revision })) > 0;
}
