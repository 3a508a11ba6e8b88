import type { ArgType, ColumnType, SqlQuery, SqlResultSet } from '@prisma/driver-adapter-utils';
import Libsql from 'libsql';
import type { Timer } from '../../app/ports/timer.ts';
import { LogSync } from './log-sync.ts';
import { isBusy } from './sqlite-error.ts';
import { declaredType, fromSqlite, toSqlite, typeOfValue } from './sqlite-values.ts';

export interface SqliteConnectionOptions {
  readonly path: string;
  readonly timer: Timer;
  /** Whether a commit survives a power cut; it waits for the disk. */
  readonly durable: boolean;
  /** Refuses writes, so that a slip shows at once. */
  readonly readOnly: boolean;
}

interface Statement {
  readonly prepared: Libsql.Statement;
  /** Null for one that returns no rows. Asked for once: it costs as much as reading several rows. */
  readonly columns: Columns | null;
}

interface Columns {
  readonly names: string[];
  readonly types: (ColumnType | null)[];
}

/** The driver waits for a lock on the event loop's thread: never long. */
const BLOCKING_WAIT_MS = 50;
/** How long one waits, without blocking, for a lock that another process holds. */
const LOCK_WAIT_MS = 5_000;
const LOCK_POLL_MS = 15;
const STATEMENTS_KEPT = 200;
/** A plan of thousands of rows is written in one transaction: with SQLite's 2 MB, pages go to the disk several times in it. */
const WRITER_CACHE_KB = 32_000;
const TEXT: Pick<ArgType, 'scalarType'> = { scalarType: 'string' };

/**
 * One SQLite connection for the whole life of a client: its pragmas hold, and statements are prepared once.
 * The driver works on this thread, at once.
 */
export class SqliteConnection {
  closed = false;
  readonly #database: Libsql.Database;
  readonly #timer: Timer;
  readonly #readOnly: boolean;
  readonly #statements = new Map<string, Statement>();
  /** Null where nothing waits for the disk. */
  readonly #logSync: LogSync | null;

  constructor({ path, timer, durable, readOnly }: SqliteConnectionOptions) {
    this.#timer = timer;
    this.#readOnly = readOnly;
    this.#logSync = durable && !readOnly ? new LogSync(path, timer) : null;
    this.#database = new Libsql(path, { timeout: BLOCKING_WAIT_MS });
    if (!readOnly) {
      this.#database.prepare('PRAGMA journal_mode = WAL').get();
      this.#database.exec(`PRAGMA cache_size = -${WRITER_CACHE_KB}`);
    }
    this.#database.exec(
      `PRAGMA synchronous = ${durable ? 'FULL' : 'OFF'}; PRAGMA foreign_keys = ON; PRAGMA query_only = ${readOnly ? 'ON' : 'OFF'}`,
    );
  }

  /** The rows that a statement gives; none for one that gives none. */
  query(query: SqlQuery): SqlResultSet {
    const { prepared, columns } = this.#prepare(query.sql);
    const values = valuesOf(query);
    if (columns === null) {
      prepared.run(values);
      return { columnNames: [], columnTypes: [], rows: [] };
    }
    const rows = (prepared.all(values) as unknown[][]).map((row) => row.map(fromSqlite));
    const columnTypes = columns.types.map(
      (type, at) => type ?? typeOfValue(rows.find((row) => row[at] !== null)?.[at]),
    );
    return { columnNames: columns.names, columnTypes, rows };
  }

  /** How many rows a statement changed; 0 for one that gives rows. */
  run(query: SqlQuery): number {
    const { prepared, columns } = this.#prepare(query.sql);
    const values = valuesOf(query);
    if (columns === null) return prepared.run(values).changes;
    prepared.all(values);
    return 0;
  }

  runScript(script: string): void {
    this.#database.exec(script);
  }

  /** Takes the write lock at once, so that no statement within can meet SQLITE_BUSY_SNAPSHOT. */
  begin(): Promise<void> {
    return this.whenFree(() => void this.#prepare('BEGIN IMMEDIATE').prepared.run());
  }

  /** Does what takes the write lock, as soon as no other process holds it. */
  whenFree<Result>(work: () => Result): Promise<Result> {
    return whenFree(this.#timer, work);
  }

  /** What it commits is on its way to the disk when it returns: `synced` waits for it. */
  lazily<Result>(work: () => Result): Result {
    if (this.#logSync === null) return work();
    this.#database.exec('PRAGMA synchronous = NORMAL');
    try {
      return work();
    } finally {
      this.#database.exec('PRAGMA synchronous = FULL');
      this.#logSync.written();
    }
  }

  /** Resolves once all that was committed until now would survive a power cut. */
  async synced(): Promise<void> {
    await this.#logSync?.done();
  }

  commit(): void {
    this.#prepare('COMMIT').prepared.run();
    this.#logSync?.settled();
  }

  /** Gives the memory of pages back that a long transaction needed. */
  shrink(): void {
    this.#database.exec('PRAGMA shrink_memory');
  }

  rollBack(): void {
    // SQLite ends a transaction by itself after some errors (disk full, I/O).
    if (this.#database.inTransaction) this.#prepare('ROLLBACK').prepared.run();
  }

  /** Another number after any commit of another connection, of whatever process (SQLite, PRAGMA data_version). */
  commitsOfOthers(): number {
    const [version] = this.#prepare('PRAGMA data_version').prepared.get() as [number];
    return version;
  }

  /** The file is whole without its log afterwards; the driver itself would leave that to the garbage collector. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.#statements.clear();
    if (!this.#readOnly) this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    this.#database.close();
    this.#logSync?.close();
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const prepared = this.#database.prepare(sql);
    const statement = { prepared, columns: prepared.reader ? columnsOf(prepared.raw(true)) : null };
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** Does at once what other processes may hold the file against, as soon as none does. */
export async function whenFree<Result>(timer: Timer, work: () => Result): Promise<Result> {
  const until = timer.nowMs() + LOCK_WAIT_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || timer.nowMs() >= until) throw error;
      await timer.wait(LOCK_POLL_MS);
    }
  }
}

/** As one array: a lone null, or bytes, would be taken for named parameters. */
const valuesOf = ({ args, argTypes }: SqlQuery): unknown[] =>
  args.map((value, at) => toSqlite(value, argTypes[at] ?? TEXT));

function columnsOf(prepared: Libsql.Statement): Columns {
  const columns = prepared.columns();
  return { names: columns.map(({ name }) => name), types: columns.map(({ type }) => declaredType(type)) };
}
