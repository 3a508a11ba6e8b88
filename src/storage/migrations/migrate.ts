import { readFile } from 'node:fs/promises';
import { isDriverAdapterError, type SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { DatabaseError, DatabaseNewer } from '../database/database-error.ts';
import type { Store } from '../database/store.ts';
import { type Migration, schemaFile } from './migration-files.ts';

/**
 * Those of our migrations that the database lacks. What another process is in the middle of is waited for. Throws
 * where the database is newer, edited, half migrated.
 */
export async function findPending(
  { adapter, afterMigrating }: Pick<Store, 'adapter' | 'afterMigrating'>,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  let ledger = await readLedger(adapter);
  if (afterMigrating !== null && ledger.some(({ finished }) => !finished)) {
    ledger = await readLedger(adapter, afterMigrating);
  }
  const ours = new Map(migrations.map((migration) => [migration.name, migration]));
  const unknown = ledger.filter((row) => !ours.has(row.name)).map((row) => row.name);
  if (unknown.length > 0) throw new DatabaseNewer(unknown);
  for (const { name, checksum, finished } of ledger) {
    if (!finished) {
      throw new DatabaseError(
        'DATABASE_MIGRATION_FAILED',
        `migration ${name} was begun and never ended: put back the copy made before it, or begin with no database`,
      );
    }
    if (ours.get(name)?.checksum !== checksum) {
      throw new DatabaseError(
        'DATABASE_MIGRATION_EDITED',
        `migration ${name} is not the one that was applied`,
      );
    }
  }
  const applied = new Set(ledger.map((row) => row.name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

/** Brings the database up to date by Prisma's schema engine, loaded only now. */
export async function migrate(
  { engine, adapter, wholly }: Pick<Store, 'engine' | 'adapter' | 'wholly'>,
  migrations: readonly Migration[],
): Promise<string[]> {
  const { applyMigrations } = await import('./schema-engine.ts');
  const datamodel = await readFile(schemaFile(engine), 'utf8');
  try {
    return await applyMigrations({ engine, datamodel, adapter, wholly }, migrations);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    // Behind its message the engine lists where in itself it was.
    const [message = ''] = text.split(/\n +0: /, 1);
    // P3005: tables are there, but not by our migrations.
    const code = /schema is not empty|P3005/.test(message) ? 'DATABASE_FOREIGN' : 'DATABASE_MIGRATION_FAILED';
    throw new DatabaseError(code, `the database cannot be migrated: ${message}`, error);
  }
}

interface LedgerRow {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

const LEDGER =
  'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL';

/** Prisma's own table; empty where it is not there yet. What `first` locks is free again afterwards. */
async function readLedger(adapter: SqlDriverAdapterFactory, first?: string): Promise<LedgerRow[]> {
  const connection = await adapter.connect();
  const query = (sql: string) => connection.queryRaw({ sql, args: [], argTypes: [] });
  try {
    if (first !== undefined) await query(first);
    const { rows } = await query(LEDGER);
    return rows.map(([name, checksum, finished]) => ({
      name: String(name),
      checksum: String(checksum),
      finished: finished === true || finished === 1,
    }));
  } catch (error) {
    if (isDriverAdapterError(error) && error.cause.kind === 'TableDoesNotExist') return [];
    throw error;
  } finally {
    await connection.dispose();
  }
}
