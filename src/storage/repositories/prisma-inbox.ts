import { INBOX_LEASE, type Inbox, type InboxItem, type StoredUpdate } from '../../app/ports/inbox.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Client } from '../database/client.ts';
import { LAZILY } from '../database/lazily.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { RowReader } from '../rows/row-reader.ts';
import { insertionOfMissing, type Row } from '../rows/write-rows.ts';

type UpdateKey = Pick<StoredUpdate, 'channel' | 'bot' | 'key'>;

/** Each update passes through here several times: in SQL, which takes Prisma half the time of its own queries. */
export class PrismaInbox implements Inbox {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async store(
    updates: readonly StoredUpdate[],
    holder: string,
    begun: ReadonlySet<StoredUpdate> = new Set(),
  ): Promise<StoredUpdate[]> {
    if (updates.length === 0) return [];
    const rows = updates.map((update) => rowOf(update, holder, begun.has(update) ? 1 : 0));
    const stored = await this.#client.$queryRaw<{ channel: string; bot: string; update_key: string }[]>(
      Prisma.sql`${insertionOfMissing('inbox', rows)} RETURNING "channel", "bot", "update_key" ${Prisma.raw(LAZILY)}`,
    );
    const keys = new Set(stored.map(({ channel, bot, update_key: key }) => textOf({ channel, bot, key })));
    // The same twice in one batch is stored once.
    return updates.filter((update) => keys.delete(textOf(update)));
  }

  async takeUp(holder: string, nowMs: number, most: number): Promise<InboxItem[]> {
    // Whose each was is compared again as it changes hands: another may have taken it up meanwhile.
    const taken = await this.#client.$queryRaw<{ sequence: number | bigint }[]>`
      UPDATE inbox SET holder = ${holder} FROM (
        SELECT sequence AS number, COALESCE(holder, '') AS last_holder FROM inbox
        WHERE state = 'pending' AND NOT EXISTS (
          SELECT 1 FROM lease WHERE lease.name = ${INBOX_LEASE} || inbox.holder AND until_ms > ${BigInt(nowMs)})
        ORDER BY sequence LIMIT ${most}) AS unheld
      WHERE sequence = number AND COALESCE(holder, '') = last_holder AND state = 'pending'
      RETURNING sequence`;
    const rows = await this.#client.inboxUpdate.findMany({
      where: { sequence: { in: taken.map(({ sequence }) => Number(sequence)) } },
      orderBy: { sequence: 'asc' },
    });
    return rows.map(itemOf);
  }

  async begin({ channel, bot, key }: UpdateKey, holder: string): Promise<boolean> {
    const begun = await this.#client.$executeRaw`
      UPDATE inbox SET attempts = attempts + 1
      WHERE channel = ${channel} AND bot = ${bot} AND update_key = ${key} AND holder = ${holder}`;
    return begun > 0;
  }

  async end({ channel, bot, key }: UpdateKey, result: { dead: string } | 'done'): Promise<void> {
    const [state, cause] = result === 'done' ? ['done', null] : ['dead', result.dead];
    await this.#client.$executeRaw`
      UPDATE inbox SET state = ${state}, cause = ${cause}
      WHERE channel = ${channel} AND bot = ${bot} AND update_key = ${key} ${Prisma.raw(LAZILY)}`;
  }

  async forget({ channel, bot, key }: UpdateKey): Promise<void> {
    await this.#client.inboxUpdate.updateMany({ where: { channel, bot, key }, data: { payload: null } });
  }

  async forgetBefore(at: Instant, ended: 'done' | 'dead'): Promise<number> {
    const { count } = await this.#client.inboxUpdate.updateMany({
      where: { state: ended, receivedAt: { lt: BigInt(at) }, payload: { not: null } },
      data: { payload: null },
    });
    return count;
  }
}

const textOf = ({ channel, bot, key }: UpdateKey): string => JSON.stringify([channel, bot, key]);

const rowOf = (update: StoredUpdate, holder: string, attempts: number): Row => ({
  channel: update.channel,
  bot: update.bot,
  update_key: update.key,
  lane: update.lane,
  payload: JSON.stringify(update.payload),
  received_at: BigInt(update.receivedAt),
  state: 'pending',
  attempts,
  holder,
});

function itemOf(row: Rows.InboxUpdate): InboxItem {
  const read = new RowReader('inbox', String(row.sequence));
  return {
    channel: row.channel,
    bot: row.bot,
    key: row.key,
    lane: row.lane,
    payload: row.payload === null ? read.corrupt('payload', null) : read.anyJson('payload', row.payload),
    receivedAt: read.instant('received_at', row.receivedAt),
    attempts: row.attempts,
  };
}
