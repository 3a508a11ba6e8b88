import type { Inbox, InboxItem, StoredUpdate } from '../app/ports/inbox.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Client } from './client.ts';
import type * as Rows from './generated/sqlite/client.ts';
import { type InsertRow, insertMissing } from './insert-missing.ts';
import { RowReader } from './row-reader.ts';

type UpdateKey = Pick<StoredUpdate, 'channel' | 'bot' | 'key'>;

export class PrismaInbox implements Inbox {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async store(updates: readonly StoredUpdate[]): Promise<StoredUpdate[]> {
    const fresh: StoredUpdate[] = [];
    // One by one, to know which were new; they come in small batches.
    for (const update of updates) {
      if ((await insertMissing(this.#client, 'inbox', [rowOf(update)])) > 0) fresh.push(update);
    }
    return fresh;
  }

  async pending(limit: number): Promise<InboxItem[]> {
    const rows = await this.#client.inboxUpdate.findMany({
      where: { state: 'pending' },
      orderBy: { sequence: 'asc' },
      take: limit,
    });
    return rows.map(itemOf);
  }

  async begin(update: UpdateKey): Promise<void> {
    await this.#client.inboxUpdate.updateMany({
      where: keyOf(update),
      data: { attempts: { increment: 1 } },
    });
  }

  async end(update: UpdateKey, result: { dead: string } | 'done'): Promise<void> {
    await this.#client.inboxUpdate.updateMany({
      where: keyOf(update),
      data: result === 'done' ? { state: 'done', cause: null } : { state: 'dead', cause: result.dead },
    });
  }

  async forget(update: UpdateKey): Promise<void> {
    await this.#client.inboxUpdate.updateMany({ where: keyOf(update), data: { payload: null } });
  }

  async forgetBefore(at: Instant): Promise<number> {
    const { count } = await this.#client.inboxUpdate.updateMany({
      where: { state: 'done', receivedAt: { lt: BigInt(at) }, payload: { not: null } },
      data: { payload: null },
    });
    return count;
  }
}

const keyOf = ({ channel, bot, key }: UpdateKey): UpdateKey => ({ channel, bot, key });

const rowOf = (update: StoredUpdate): InsertRow => ({
  channel: update.channel,
  bot: update.bot,
  update_key: update.key,
  lane: update.lane,
  payload: JSON.stringify(update.payload),
  received_at: BigInt(update.receivedAt),
  state: 'pending',
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
