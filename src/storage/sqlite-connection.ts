import Libsql from 'libsql';
import type { Timer } from '../app/ports/timer.ts';

export interface SqliteConnectionOptions {
  readonly path: string;
  readonly timer: Timer;
  /** Refuses writes, so that a slip shows at once. */
  readonly readOnly: boolean;
}

/** Rows as arrays, with the declared type of each column, as the adapter wants them. */
interface Result {
  readonly columns: string[];
  readonly columnTypes: string[];
  readonly rows: unknown[][];
  readonly rowsAffected: number;
}

interface Statement {
  readonly prepared: Libsql.Statement;
  /** Null for one that returns no rows. Asked for once: it costs as much as reading several rows. */
  readonly shape: Pick<Result, 'columns' | 'columnTypes'> | null;
}

/** The driver waits for a lock on the event loop's thread: never long. */
const BLOCKING_WAIT_MS = 50;
/** How long a transaction waits, without blocking, for the write lock that another process holds. */
const WRITE_LOCK_WAIT_MS = 5_000;
const WRITE_LOCK_POLL_MS = 15;
const STATEMENTS_KEPT = 200;

/**
 * One SQLite connection for the whole life of a client, in place of @libsql/client, which opens another one after
 * each transaction and so loses pragmas and prepared statements. The adapter's own lock keeps others out while a
 * transaction is open.
 */
export class SqliteConnection {
  readonly protocol = 'file';
  closed = false;
  readonly #database: Libsql.Database;
  readonly #timer: Timer;
  readonly #readOnly: boolean;
  readonly #statements = new Map<string, Statement>();
  readonly #dataVersion: Libsql.Statement;

  constructor({ path, timer, readOnly }: SqliteConnectionOptions) {
    this.#timer = timer;
    this.#readOnly = readOnly;
    this.#database = new Libsql(path, { timeout: BLOCKING_WAIT_MS });
    if (!readOnly) this.#database.prepare('PRAGMA journal_mode = WAL').get();
    this.#database.exec(
      `PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA query_only = ${readOnly ? 'ON' : 'OFF'}`,
    );
    this.#dataVersion = this.#database.prepare('PRAGMA data_version').raw(true);
  }

  async execute({ sql, args }: { sql: string; args: readonly unknown[] }): Promise<Result> {
    const { prepared, shape } = this.#prepare(sql);
    // As one array: a lone null, or bytes, would be taken for named parameters.
    const values = args.map(toSqlite);
    if (shape === null) {
      const { changes } = prepared.run(values);
      return { columns: [], columnTypes: [], rows: [], rowsAffected: changes };
    }
    const rows = prepared.all(values) as unknown[][];
    return { ...shape, rows: rows.map((row) => row.map(fromSqlite)), rowsAffected: 0 };
  }

  /** Takes the write lock at once, so that no statement within can meet SQLITE_BUSY_SNAPSHOT. */
  async transaction(): Promise<SqliteTransaction> {
    const until = this.#timer.nowMs() + WRITE_LOCK_WAIT_MS;
    for (;;) {
      try {
        this.#database.exec('BEGIN IMMEDIATE');
        return new SqliteTransaction(this, this.#database);
      } catch (error) {
        if (!isBusy(error) || this.#timer.nowMs() >= until) throw error;
        await this.#timer.wait(WRITE_LOCK_POLL_MS);
      }
    }
  }

  /** Another number after any commit of another connection, of whatever process (SQLite, PRAGMA data_version). */
  commitsOfOthers(): number {
    const [[version]] = this.#dataVersion.all() as unknown as [[number]];
    return version;
  }

  async executeMultiple(script: string): Promise<void> {
    this.#database.exec(script);
  }

  /** The file is whole without its log afterwards; the driver itself would leave that to the garbage collector. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.#statements.clear();
    if (!this.#readOnly) this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    this.#database.close();
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const prepared = this.#database.prepare(sql);
    const statement = { prepared, shape: prepared.reader ? shapeOf(prepared.raw(true)) : null };
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }
}

class SqliteTransaction {
  readonly #connection: SqliteConnection;
  readonly #database: Libsql.Database;

  constructor(connection: SqliteConnection, database: Libsql.Database) {
    this.#connection = connection;
    this.#database = database;
  }

  execute(statement: { sql: string; args: readonly unknown[] }): Promise<Result> {
    return this.#connection.execute(statement);
  }

  async commit(): Promise<void> {
    this.#database.exec('COMMIT');
  }

  async rollback(): Promise<void> {
    // SQLite ends a transaction by itself after some errors (disk full, I/O).
    if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
  }
}

function shapeOf(prepared: Libsql.Statement): Statement['shape'] {
  const columns = prepared.columns();
  return {
    columns: columns.map((column) => column.name),
    columnTypes: columns.map((column) => column.type ?? ''),
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

function toSqlite(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof ArrayBuffer ? Buffer.from(value) : value;
}

/** The adapter knows bytes as an ArrayBuffer; a Buffer may be a window on a larger one. */
function fromSqlite(value: unknown): unknown {
  return value instanceof Uint8Array
    ? value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength)
    : value;
}
