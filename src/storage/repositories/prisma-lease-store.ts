import type { LeaseStore } from '../../app/ports/lease-store.ts';
import type { WholeClient } from '../database/client.ts';
import type { Gate } from '../database/gate.ts';
import { insertMissing } from '../rows/write-rows.ts';

export class PrismaLeaseStore implements LeaseStore {
  readonly #client: WholeClient;
  readonly #gate: Gate;

  constructor(client: WholeClient, gate: Gate) {
    this.#client = client;
    this.#gate = gate;
  }

  hold(name: string, holder: string, nowMs: number, untilMs: number): Promise<boolean> {
    return this.#gate.pass(async () => {
      const { count } = await this.#client.lease.updateMany({
        where: { name, OR: [{ holder }, { untilMs: { lte: BigInt(nowMs) } }] },
        data: { holder, untilMs: BigInt(untilMs) },
      });
      if (count > 0) return true;
      const first = { name, holder, until_ms: BigInt(untilMs) };
      return (await insertMissing(this.#client, 'lease', [first])) > 0;
    }, false);
  }

  release(name: string, holder: string): Promise<void> {
    return this.#gate.pass(async () => {
      await this.#client.lease.deleteMany({ where: { name, holder } });
    }, false);
  }
}
