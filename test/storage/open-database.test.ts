import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import type { Instant } from '../../src/core/time/instant.ts';
import { DatabaseError, DatabaseNewer } from '../../src/storage/database/database-error.ts';
import { LAZILY } from '../../src/storage/database/lazily.ts';
import { SqliteAdapter } from '../../src/storage/database/sqlite-adapter.ts';
import { migrate } from '../../src/storage/migrations/migrate.ts';
import { readMigrations } from '../../src/storage/migrations/migration-files.ts';
import { type OpenDatabaseOptions, openDatabase } from '../../src/storage/open-database.ts';
import { silentLogger } from '../support/database.ts';
import { aNotice } from './contract/rows.ts';

const options = { timer: new SystemTimer(), logger: silentLogger };

describe('opening a SQLite database', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dung-han-open-'));
    path = join(folder, 'deep', 'er', 'office.db');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const open = (extra: Partial<OpenDatabaseOptions> = {}) =>
    openDatabase(`file:${path}`, { ...options, ...extra });
  const openAndClose = async (extra = {}) => {
    const database = await open(extra);
    await database.close();
    return database;
  };
  const tamper = async (sql: string) => {
    const connection = await new SqliteAdapter({ path, timer: options.timer }).connect();
    await connection.executeScript(sql);
    await connection.dispose();
  };

  test('makes the folder and the tables, and finds them there again', async () => {
    const first = await openAndClose();
    const second = await openAndClose();

    expect(first.appliedMigrations.length).toBeGreaterThan(0);
    expect(second.appliedMigrations).toEqual([]);
    expect(second.pendingMigrations).toEqual([]);
  });

  test('answers a ping, and none once it is closed', async () => {
    const database = await open();
    await database.ping();

    await database.close();

    await expect(database.unitOfWork.run((tx) => tx.ticks.last('x'))).rejects.toThrow('closed');
  });

  test('leaves the tables as they are where it was told so', async () => {
    const database = await openAndClose({ migrate: false });

    expect(database.pendingMigrations.length).toBeGreaterThan(0);
    expect((await openAndClose()).appliedMigrations).toEqual(database.pendingMigrations);
  });

  test('keeps what was written', async () => {
    const before = await open();
    await before.unitOfWork.run((tx) => tx.organisation.recordKind('real'));
    await before.close();

    const after = await open();
    const kind = await after.unitOfWork.read.organisation.kind();
    await after.close();

    expect(kind).toBe('real');
  });

  test('tells of what is now to be sent once that is committed, and of nothing else', async () => {
    let told = 0;
    const database = await open({ onPlanned: () => (told += 1) });
    const { unitOfWork } = database;
    const notice = aNotice();
    const plan = () => unitOfWork.run((tx) => tx.notices.plan(notice));

    await unitOfWork.run((tx) => tx.living.touch('board', 'of nobody'));
    await unitOfWork
      .run(async (tx) => {
        await tx.notices.plan(notice);
        throw new Error('taken back');
      })
      .catch(() => undefined);
    const toldOfNothing = told;
    await plan();
    const toldOfNew = told;
    await plan();
    const toldOfKnown = told;
    await unitOfWork.run((tx) => tx.notices.hasten(notice.id, notice.at));
    await database.close();

    expect([toldOfNothing, toldOfNew, toldOfKnown, told]).toEqual([0, 1, 1, 2]);
  });

  test('serves two that open a new one at once', async () => {
    const databases = await Promise.all([open(), open()]);

    for (const database of databases) await database.ping();
    for (const database of databases) await database.close();
    expect((await openAndClose()).appliedMigrations).toEqual([]);
  });

  test('held alone, it is refused to another that would be, until closed; tools may open it', async () => {
    const first = await open({ alone: true });

    await expect(open({ alone: true })).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
    const tool = await open();
    await tool.unitOfWork.run((tx) => tx.ticks.advance('x', null, 1 as Instant));
    await tool.close();
    await first.close();

    await openAndClose({ alone: true });
  });

  test('refuses a database of a newer version', async () => {
    await openAndClose();
    await tamper(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, started_at, applied_steps_count) VALUES ('x', 'y', '9999_future', 1, 1, 1)",
    );

    await expect(open()).rejects.toThrow(DatabaseNewer);
    await expect(open()).rejects.toThrow('9999_future');
  });

  test.each([
    ['DATABASE_MIGRATION_EDITED', "UPDATE _prisma_migrations SET checksum = 'other'"],
    ['DATABASE_MIGRATION_FAILED', 'UPDATE _prisma_migrations SET finished_at = NULL'],
    ['DATABASE_FOREIGN', 'DROP TABLE _prisma_migrations'],
  ])('refuses with %s after: %s', async (code, sql) => {
    await openAndClose();
    await tamper(sql);

    await expect(open()).rejects.toMatchObject({ code });
  });

  test('is left as it was by migrations of which one fails, and opens afterwards', async () => {
    path = join(folder, 'office.db');
    const adapter = new SqliteAdapter({ path, timer: options.timer });
    const store = { engine: 'sqlite', adapter, wholly: adapter.inOneTransaction.bind(adapter) } as const;
    const sql = 'CREATE TABLE made (id INTEGER); INSERT INTO missing VALUES (1);';
    const wrong = { name: '9999_wrong', sql, checksum: 'x' };
    const migrations = await readMigrations('sqlite');

    const failing = migrate(store, [...migrations, wrong]);

    await expect(failing).rejects.toThrow(/^the database cannot be migrated: .*`missing`/);
    expect((await openAndClose()).appliedMigrations).toEqual(migrations.map(({ name }) => name));
  });

  test('refuses a file that is no database, and does not touch it', async () => {
    path = join(folder, 'notes.db');
    await writeFile(path, 'nothing but notes\n'.repeat(500));

    await expect(open()).rejects.toMatchObject({ code: 'DATABASE_NOT_A_DATABASE' });
  });

  test('refuses a folder that cannot be made', async () => {
    await writeFile(join(folder, 'deep'), 'a file where a folder should be');

    await expect(open()).rejects.toMatchObject({ code: 'DATABASE_NOT_WRITABLE' });
  });

  test.runIf(existsSync('/proc/self'))('refuses a folder that the system keeps for itself', async () => {
    path = '/proc/dung-han/office.db';

    await expect(open()).rejects.toMatchObject({ code: 'DATABASE_NOT_WRITABLE' });
  });

  // Nothing is read-only to root.
  test.skipIf(process.getuid?.() === 0)('refuses a folder that is read-only', async () => {
    path = join(folder, 'office.db');
    await chmod(folder, 0o500);

    await expect(open()).rejects.toMatchObject({ code: 'DATABASE_NOT_WRITABLE' });
    await chmod(folder, 0o700);
  });

  test('names the row and the column of a row that cannot be', async () => {
    await openAndClose();
    await tamper(
      "INSERT INTO plan (id, number, issuer, issued_on, title, period_from, period_to) VALUES ('p7', '', '', '2024-02-30', '', '2024-01-01', '2024-01-01'); INSERT INTO organisation (id, book_revision) VALUES (1, 1)",
    );
    const database = await open();

    const reading = database.unitOfWork.read.plans.book();

    await expect(reading).rejects.toThrow(DatabaseError);
    await expect(reading).rejects.toThrow('plan p7: issued_on cannot be "2024-02-30"');
    await database.close();
  });

  test('waits for whoever holds the file alone for a moment', async () => {
    path = join(folder, 'office.db');
    const holder = new Libsql(path);
    holder.exec('BEGIN EXCLUSIVE');
    let waits = 0;
    const wait = async () => {
      waits += 1;
      holder.exec('ROLLBACK');
    };

    const database = await open({ timer: { ...options.timer, nowMs: () => 0, wait } });
    await database.close();

    expect(waits).toBe(1);
  });

  test('can be copied as one file once it is closed', async () => {
    const before = await open();
    await before.unitOfWork.run((tx) => tx.organisation.recordKind('sandbox'));
    await before.close();
    await copyFile(path, join(folder, 'copy.db'));
    path = join(folder, 'copy.db');

    const copy = await open();
    const kind = await copy.unitOfWork.read.organisation.kind();
    await copy.close();

    expect(kind).toBe('sandbox');
  });
});

describe('the pragmas of SQLite', () => {
  const PRAGMAS = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 50 };

  test('hold on the connection, after a transaction and after what does not wait for the disk too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dung-han-pragma-'));
    const adapter = new SqliteAdapter({ path: join(folder, 'x.db'), timer: options.timer });
    const connection = await adapter.connect();

    const before = await pragmasOf(connection);
    const transaction = await connection.startTransaction();
    await transaction.executeRaw({ sql: 'CREATE TABLE t (id INTEGER PRIMARY KEY)', args: [], argTypes: [] });
    const within = await pragmasOf(transaction);
    await transaction.commit();
    const after = await pragmasOf(connection);
    const insertion = `INSERT INTO t (id) VALUES (1) ${LAZILY}`;
    await connection.executeRaw({ sql: insertion, args: [], argTypes: [] });
    const afterLazy = await pragmasOf(connection);
    await adapter.synced();
    await connection.dispose();
    await rm(folder, { recursive: true });

    expect([before, within, after, afterLazy]).toEqual([PRAGMAS, PRAGMAS, PRAGMAS, PRAGMAS]);
  });

  async function pragmasOf(queryable: Pick<SqlDriverAdapter, 'queryRaw'>) {
    const values: Record<string, unknown> = {};
    for (const name of Object.keys(PRAGMAS)) {
      const { rows } = await queryable.queryRaw({ sql: `PRAGMA ${name}`, args: [], argTypes: [] });
      values[name] = rows[0]?.[0];
    }
    return values;
  }
});

test('another kind of URL is refused, and is not repeated in the message', async () => {
  const opening = openDatabase('mysql://root:secret@localhost/x', options);

  await expect(opening).rejects.toMatchObject({ code: 'DATABASE_URL_UNKNOWN' });
  await expect(opening).rejects.not.toThrow('secret');
});

test('a PostgreSQL that does not answer is named unreachable', async () => {
  const opening = openDatabase('postgresql://postgres:secret@127.0.0.1:1/x', options);

  await expect(opening).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  await expect(opening).rejects.not.toThrow('secret');
});
