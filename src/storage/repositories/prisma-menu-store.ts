import * as z from 'zod';
import type { Menu, MenuStore } from '../../app/ports/menu-store.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from '../rows/row-reader.ts';

const actions = z.array(z.string());

export class PrismaMenuStore implements MenuStore {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async save({ code, channel, chat, actions, createdAt }: Menu): Promise<void> {
    // Made anew rather than changed, so that its number is the newest.
    await this.#client.menu.deleteMany({ where: { channel, chat, code } });
    await this.#client.menu.create({
      data: { code, channel, chat, actions: JSON.stringify(actions), createdAt: BigInt(createdAt) },
    });
  }

  async byCode(channel: string, chat: string, code: string): Promise<Menu | null> {
    const row = await this.#client.menu.findFirst({ where: { channel, chat, code } });
    return row === null ? null : menuOf(row);
  }

  async latest(channel: string, chat: string): Promise<Menu | null> {
    // Several may be made within one instant.
    const row = await this.#client.menu.findFirst({
      where: { channel, chat },
      orderBy: { sequence: 'desc' },
    });
    return row === null ? null : menuOf(row);
  }
}

function menuOf(row: Rows.Menu): Menu {
  const read = new RowReader('menu', String(row.sequence));
  return {
    code: row.code,
    channel: row.channel,
    chat: row.chat,
    actions: read.json('actions', row.actions, actions),
    createdAt: read.instant('created_at', row.createdAt),
  };
}
