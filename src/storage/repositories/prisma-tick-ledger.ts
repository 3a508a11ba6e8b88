import type { TickLedger } from '../../app/ports/tick-ledger.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Client } from '../database/client.ts';
import { RowReader } from '../rows/row-reader.ts';
import { insertMissing } from '../rows/write-rows.ts';

export class PrismaTickLedger implements TickLedger {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async last(work: string): Promise<Instant | null> {
    const row = await this.#client.tick.findFirst({ where: { work } });
    return row === null ? null : new RowReader('tick', work).instant('last_at', row.lastAt);
  }

  async advance(work: string, from: Instant | null, to: Instant): Promise<boolean> {
    if (from === null) {
      return (await insertMissing(this.#client, 'tick', [{ work, last_at: BigInt(to) }])) > 0;
    }
    const { count } = await this.#client.tick.updateMany({
      where: { work, lastAt: BigInt(from) },
      data: { lastAt: BigInt(to) },
    });
    return count > 0;
  }
}
