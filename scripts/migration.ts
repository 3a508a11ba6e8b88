// `npm run migration -- NAME` writes, for both databases, the migration that leads from those there are to the
// schema. The engine replays them on a shadow database: SQLite's in memory, PostgreSQL's on a server of its own.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { SystemTimer } from '../src/clock/system-timer.ts';
import { SqliteAdapter } from '../src/storage/database/sqlite-adapter.ts';
import { migrationsFolder, readMigrations, schemaFile } from '../src/storage/migrations/migration-files.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { migrationDiff } from './migration-diff.ts';

const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('usage: npm run migration -- name_in_snake_case\n');
  process.exit(2);
}

const postgres = await startPostgres();
const { host, port, user, password } = postgres;
await postgres.createDatabase('shadow');
const adapters = {
  sqlite: () => new SqliteAdapter({ path: ':memory:', timer: new SystemTimer() }),
  postgresql: () => new PrismaPg({ host, port, user, password, database: 'shadow' }),
};
try {
  for (const engine of ['sqlite', 'postgresql'] as const) {
    const datamodel = await readFile(schemaFile(engine), 'utf8');
    const before = await readMigrations(engine);
    const adapter = adapters[engine]();
    const shadow = () => adapters[engine]().connect();
    const sql = await migrationDiff({ engine, datamodel, adapter, shadow }, before);
    if (sql === '') {
      process.stdout.write(`${engine}: nothing to migrate\n`);
      continue;
    }
    const folder = new URL(
      `${String(before.length + 1).padStart(4, '0')}_${name}/`,
      migrationsFolder(engine),
    );
    await mkdir(folder, { recursive: true });
    await writeFile(new URL('migration.sql', folder), sql);
    process.stdout.write(`${engine}: ${folder.pathname}migration.sql\n`);
  }
} finally {
  await postgres.stop();
}
