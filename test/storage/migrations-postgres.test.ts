import { readFile } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { describe, expect, test } from 'vitest';
import { migrationDiff } from '../../scripts/migration-diff.ts';
import { postgresSchema } from '../../scripts/postgres-schema.mjs';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import { SqliteAdapter } from '../../src/storage/database/sqlite-adapter.ts';
import { readMigrations, schemaFile } from '../../src/storage/migrations/migration-files.ts';
import { temporaryPostgresUrl } from '../support/database-postgres.ts';

const ADAPTERS = {
  sqlite: async () => new SqliteAdapter({ path: ':memory:', timer: new SystemTimer() }),
  postgresql: async () => new PrismaPg(await temporaryPostgresUrl()),
};

describe.each(['sqlite', 'postgresql'] as const)('the migrations of %s', (engine) => {
  const drift = async (datamodel: string) =>
    migrationDiff(
      {
        engine,
        datamodel,
        adapter: await ADAPTERS[engine](),
        shadow: async () => (await ADAPTERS[engine]()).connect(),
      },
      await readMigrations(engine),
    );

  test('lead exactly to the schema', async () => {
    expect(await drift(await readFile(schemaFile(engine), 'utf8'))).toBe('');
  });

  test('are seen to lag behind a schema with one column more', async () => {
    const schema = await readFile(schemaFile(engine), 'utf8');

    const missing = await drift(schema.replace('model Lease {', 'model Lease {\n  extra String?'));

    expect(missing).toMatch(/ALTER TABLE "lease" ADD COLUMN\s+"extra" TEXT/);
  });
});

test('both databases have the same migrations by name', async () => {
  const [sqlite, postgresql] = await Promise.all([readMigrations('sqlite'), readMigrations('postgresql')]);

  expect(sqlite.length).toBeGreaterThan(0);
  expect(postgresql.map(({ name }) => name)).toEqual(sqlite.map(({ name }) => name));
});

test('the PostgreSQL schema is the one that follows from the SQLite schema', async () => {
  const [sqlite, postgresql] = [
    await readFile(schemaFile('sqlite'), 'utf8'),
    await readFile(schemaFile('postgresql'), 'utf8'),
  ];

  expect(postgresql).toBe(postgresSchema(sqlite));
  expect(postgresql).toContain('provider = "postgresql"');
});
