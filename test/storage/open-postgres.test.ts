import { PrismaPg } from '@prisma/adapter-pg';
import { expect, test } from 'vitest';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import { DatabaseNewer } from '../../src/storage/database/database-error.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { openPostgres } from '../../src/storage/open-postgres.ts';
import { silentLogger } from '../support/database.ts';
import { temporaryPostgresUrl } from '../support/database-postgres.ts';

const open = (url: string) => openDatabase(url, { timer: new SystemTimer(), logger: silentLogger });

async function tamper(url: string, sql: string): Promise<void> {
  const connection = await new PrismaPg(url).connect();
  await connection.executeScript(sql);
  await connection.dispose();
}

test('several processes may open a new PostgreSQL database at once', async () => {
  const url = await temporaryPostgresUrl();

  const databases = await Promise.all([open(url), open(url), open(url)]);

  const applied = databases.flatMap(({ appliedMigrations }) => appliedMigrations);
  expect(applied.length).toBeGreaterThan(0);
  expect(new Set(applied).size).toBe(applied.length);
  for (const database of databases) await database.close();
});

test('a migration that another process is in the middle of is waited for, one that was left so is not', async () => {
  const url = await temporaryPostgresUrl();
  await (await open(url)).close();
  const migrator = await new PrismaPg({ connectionString: url, max: 1 }).connect();
  const begun = "SET finished_at = NULL WHERE migration_name = '0001_initial'";
  await migrator.executeScript(`SELECT pg_advisory_lock(72707369); UPDATE _prisma_migrations ${begun}`);

  const opening = open(url);
  // Refused at once where it is not waited for.
  await Promise.race([opening, open(`${url}_other`).catch(() => undefined)]);
  await migrator.executeScript(
    'UPDATE _prisma_migrations SET finished_at = now(); SELECT pg_advisory_unlock_all()',
  );
  await migrator.dispose();

  await (await opening).close();
  await tamper(url, `UPDATE _prisma_migrations ${begun}`);
  await expect(open(url)).rejects.toMatchObject({ code: 'DATABASE_MIGRATION_FAILED' });
});

test('what a machine that vanished left in the middle of a unit of work is ended by the server', async () => {
  const pool = await openPostgres(await temporaryPostgresUrl(), silentLogger).pool.connect();

  const { rows } = await pool.queryRaw({
    sql: 'SHOW idle_in_transaction_session_timeout',
    args: [],
    argTypes: [],
  });
  await pool.dispose();

  expect(rows).toEqual([['15s']]);
});

test('a PostgreSQL database of a newer version is refused', async () => {
  const url = await temporaryPostgresUrl();
  await (await open(url)).close();
  await tamper(
    url,
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'y', '9999_future', now())",
  );

  await expect(open(url)).rejects.toThrow(DatabaseNewer);
});

test('a PostgreSQL database with tables of somebody else is refused', async () => {
  const url = await temporaryPostgresUrl();
  await tamper(url, 'CREATE TABLE invoice (id INTEGER PRIMARY KEY)');

  await expect(open(url)).rejects.toMatchObject({ code: 'DATABASE_FOREIGN' });
});

test('a PostgreSQL database that does not exist, or does not let us in, is named unreachable', async () => {
  const url = await temporaryPostgresUrl();

  await expect(open(`${url}_other`)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  await expect(open(url.replace(/:[^:@/]+@/, ':wrong@'))).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
  });
});
