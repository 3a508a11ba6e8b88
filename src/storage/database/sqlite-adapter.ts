import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils';
import type { Timer } from '../../app/ports/timer.ts';
import { SerialGate } from './gate.ts';
import { LAZILY } from './lazily.ts';
import { LoopTurns } from './loop-turns.ts';
import { SqliteConnection, whenFree } from './sqlite-connection.ts';
import { driverError } from './sqlite-error.ts';

/** Of Prisma's own adapter, which ours replaces: under any other the schema engine locks the file for itself. */
const NAME = { provider: 'sqlite', adapterName: '@prisma/adapter-libsql' } as const;

/** Though it may give rows too (`RETURNING`). */
const WRITES = /^\s*(INSERT|UPDATE|DELETE)\b/i;

export interface SqliteAdapterOptions {
  readonly path: string;
  readonly timer: Timer;
  /** False where a power cut may take what was committed. */
  readonly durable?: boolean;
  /**
   * What is read outside transactions gets a connection of its own: it does not wait for a transaction under way,
   * which with a write-ahead log it need not.
   */
  readonly readsApart?: boolean;
}

/** Prisma's way to libsql, over connections that stay: @prisma/adapter-libsql opens another after each transaction. */
export class SqliteAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = NAME.provider;
  readonly adapterName = NAME.adapterName;
  readonly #options: SqliteAdapterOptions;
  #writer: SqliteConnection | null = null;

  constructor(options: SqliteAdapterOptions) {
    this.#options = options;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const { readsApart = false, durable = true, path, timer } = this.#options;
    // Whoever closes the last connection of another process holds the file alone for a moment.
    const open = (readOnly: boolean) =>
      whenFree(timer, () => new SqliteConnection({ path, timer, durable, readOnly }));
    // In this order: the writer makes the write-ahead log.
    const writer = await open(false);
    this.#writer = writer;
    return new Connected(writer, readsApart ? await open(true) : null, timer);
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const { timer } = this.#options;
    const writer = new SqliteConnection({ path: ':memory:', timer, durable: false, readOnly: false });
    return new Connected(writer, null, timer);
  }

  /**
   * Runs `work` in one transaction of the connection made last, whoever speaks to that connection meanwhile. Foreign
   * keys are off in it: a migration that makes a table anew cannot switch them off within a transaction.
   */
  async inOneTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
    const connection = this.#writer;
    if (connection === null) throw new Error('there is no connection');
    connection.runScript('PRAGMA foreign_keys = OFF');
    await connection.begin();
    try {
      const result = await work();
      connection.commit();
      return result;
    } catch (error) {
      connection.rollBack();
      throw error;
    }
  }

  /** Resolves once all that was committed LAZILY until now would survive a power cut. */
  async synced(): Promise<void> {
    await this.#writer?.synced();
  }

  /** Another number after any commit of another connection than the writer; null while there is no connection. */
  commitsOfOthers(): number | null {
    return this.#writer === null || this.#writer.closed ? null : this.#writer.commitsOfOthers();
  }
}

class Connected implements SqlDriverAdapter {
  readonly provider = NAME.provider;
  readonly adapterName = NAME.adapterName;
  readonly #writer: SqliteConnection;
  readonly #reader: SqliteConnection | null;
  readonly #timer: Timer;
  /** What goes to the writer waits until the transaction under way has ended. */
  readonly #gate = new SerialGate();

  constructor(writer: SqliteConnection, reader: SqliteConnection | null, timer: Timer) {
    this.#writer = writer;
    this.#reader = reader;
    this.#timer = timer;
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    const reader = WRITES.test(query.sql) ? null : this.#reader;
    return reader === null
      ? this.#write(query, (writer) => writer.query(query))
      : told(() => reader.query(query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#write(query, (writer) => writer.run(query));
  }

  executeScript(script: string): Promise<void> {
    return this.#gate.pass(() => told(() => this.#writer.runScript(script)));
  }

  startTransaction(): Promise<Transaction> {
    return new Promise((begun, failed) => {
      const hold = async (): Promise<void> => {
        await told(() => this.#writer.begin());
        await new Promise<void>((ended) =>
          begun(transactionOn(this.#writer, new LoopTurns(this.#timer), ended)),
        );
      };
      this.#gate.pass(hold).catch(failed);
    });
  }

  async dispose(): Promise<void> {
    this.#reader?.close();
    this.#writer.close();
  }

  #write<Result>({ sql }: SqlQuery, work: (writer: SqliteConnection) => Result): Promise<Result> {
    const writer = this.#writer;
    const statement = sql.endsWith(LAZILY) ? () => writer.lazily(() => work(writer)) : () => work(writer);
    return this.#gate.pass(() => told(() => writer.whenFree(statement)));
  }
}

function transactionOn(writer: SqliteConnection, turns: LoopTurns, ended: () => void): Transaction {
  const inTurn = <Result>(statement: () => Result): Promise<Result> =>
    told(async () => {
      await turns.turnIfHeld();
      return statement();
    });
  const end = (): void => {
    if (turns.wasLong) writer.shrink();
    ended();
  };
  return {
    ...NAME,
    /** Its beginning and end are ours, no statements of Prisma's. */
    options: { usePhantomQuery: true },
    queryRaw: (query) => inTurn(() => writer.query(query)),
    executeRaw: (query) => inTurn(() => writer.run(query)),
    commit: () => inTurn(() => writer.commit()).finally(end),
    rollback: () => told(() => writer.rollBack()).finally(end),
  };
}

/** The driver works at once; what it throws is told as Prisma knows it. */
async function told<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw driverError(error);
  }
}
