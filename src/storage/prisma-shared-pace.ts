import type { SharedPace } from '../app/ports/shared-pace.ts';
import type { WholeClient } from './client.ts';
import type { Gate } from './gate.ts';
import { insertMissing } from './write-rows.ts';

/** Rows among the leases: who sends, by holder; pauses, by channel; and turns, by chat. */
const SENDER = 'sender/';
const PAUSE = 'pause/';
const TURN = 'turn/';

export class PrismaSharedPace implements SharedPace {
  readonly #client: WholeClient;
  readonly #gate: Gate;

  constructor(client: WholeClient, gate: Gate) {
    this.#client = client;
    this.#gate = gate;
  }

  join(holder: string, nowMs: number, untilMs: number): Promise<number> {
    return this.#gate.pass(async () => {
      const name = `${SENDER}${holder}`;
      await this.#client.lease.upsert({
        where: { name },
        create: { name, holder, untilMs: BigInt(untilMs) },
        update: { untilMs: BigInt(untilMs) },
      });
      // A process that died leaves its row behind.
      const ended = { lte: BigInt(nowMs) };
      await this.#client.lease.deleteMany({ where: { name: { startsWith: SENDER }, untilMs: ended } });
      return this.#client.lease.count({ where: { name: { startsWith: SENDER } } });
    }, false);
  }

  leave(holder: string): Promise<void> {
    return this.#gate.pass(async () => {
      await this.#client.lease.deleteMany({ where: { name: `${SENDER}${holder}` } });
    }, false);
  }

  pause(channel: string, untilMs: number): Promise<void> {
    return this.#gate.pass(async () => {
      const name = `${PAUSE}${channel}`;
      const first = { name, holder: channel, until_ms: BigInt(untilMs) };
      if ((await insertMissing(this.#client, 'lease', [first])) > 0) return;
      await this.#client.lease.updateMany({
        where: { name, untilMs: { lt: BigInt(untilMs) } },
        data: { untilMs: BigInt(untilMs) },
      });
    }, false);
  }

  async pauses(nowMs: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#client.lease.findMany({
      where: { name: { startsWith: PAUSE }, untilMs: { gt: BigInt(nowMs) } },
    });
    return new Map(rows.map(({ name, untilMs }) => [name.slice(PAUSE.length), Number(untilMs)]));
  }

  takeTurn(chat: string, nowMs: number, untilMs: number): Promise<number | null> {
    return this.#gate.pass(async () => {
      const name = `${TURN}${chat}`;
      const { count } = await this.#client.lease.updateMany({
        where: { name, untilMs: { lte: BigInt(nowMs) } },
        data: { untilMs: BigInt(untilMs) },
      });
      if (count > 0) return null;
      const first = { name, holder: chat, until_ms: BigInt(untilMs) };
      if ((await insertMissing(this.#client, 'lease', [first])) > 0) return null;
      const held = await this.#client.lease.findUniqueOrThrow({ where: { name } });
      return Number(held.untilMs);
    }, false);
  }
}
