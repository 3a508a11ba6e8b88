import type { Client, Config } from '@libsql/client';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import type { Timer } from '../app/ports/timer.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** Prisma's libsql adapter over our own connection. `:memory:` serves as a shadow database. */
export class SqliteAdapter extends PrismaLibSql {
  readonly #timer: Timer;
  readonly #readOnly: boolean;

  constructor(path: string, timer: Timer, readOnly = false) {
    super({ url: path });
    this.#timer = timer;
    this.#readOnly = readOnly;
  }

  override createClient(config: Config): Client {
    const connection = new SqliteConnection({
      path: config.url,
      timer: this.#timer,
      readOnly: this.#readOnly,
    });
    // The adapter calls execute, executeMultiple, transaction and close alone: those are all there.
    return connection as unknown as Client;
  }
}
