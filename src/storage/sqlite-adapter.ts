import type { Client, Config } from '@libsql/client';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { Timer } from '../app/ports/timer.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** Prisma's libsql adapter over our own connection. `:memory:` serves as a shadow database. */
export class SqliteAdapter extends PrismaLibSql {
  readonly #timer: Timer;
  readonly #readOnly: boolean;
  #connection: SqliteConnection | null = null;

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
    this.#connection = connection;
    // The adapter calls execute, executeMultiple, transaction and close alone: those are all there.
    return connection as unknown as Client;
  }

  /**
   * Runs `work` in one transaction of the connection made last, whoever speaks to that connection meanwhile. Foreign
   * keys are off in it: a migration that makes a table anew cannot switch them off within a transaction.
   */
  async inOneTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
    const connection = this.#connection;
    if (connection === null) throw new Error('there is no connection');
    await connection.executeMultiple('PRAGMA foreign_keys = OFF');
    const transaction = await connection.transaction();
    try {
      const result = await work();
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  /** Another number after any commit of another connection; null while there is no connection. */
  commitsOfOthers(): number | null {
    return this.#connection === null || this.#connection.closed ? null : this.#connection.commitsOfOthers();
  }
}

/**
 * Two connections under one client: what is read outside transactions does not wait for one that is under way,
 * which with a write-ahead log it need not. A statement outside transactions that writes and returns rows is
 * refused.
 */
export class SqliteTwinAdapter implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-libsql';
  readonly #writing: SqliteAdapter;
  readonly #reading: SqliteAdapter;

  constructor(path: string, timer: Timer) {
    this.#writing = new SqliteAdapter(path, timer);
    this.#reading = new SqliteAdapter(path, timer, true);
  }

  /** The writer's: the reader commits nothing. */
  commitsOfOthers(): number | null {
    return this.#writing.commitsOfOthers();
  }

  async connect(): Promise<SqlDriverAdapter> {
    // In this order: the writer makes the write-ahead log.
    const writer = await this.#writing.connect();
    const reader = await this.#reading.connect();
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      queryRaw: (query) => reader.queryRaw(query),
      executeRaw: (query) => writer.executeRaw(query),
      executeScript: (script) => writer.executeScript(script),
      startTransaction: (isolation) => writer.startTransaction(isolation),
      dispose: async () => {
        await reader.dispose();
        await writer.dispose();
      },
    };
  }
}
