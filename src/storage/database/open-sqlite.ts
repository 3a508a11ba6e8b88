import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseError } from './database-error.ts';
import { SerialGate } from './gate.ts';
import { holdAlone } from './hold-alone.ts';
import { SqliteAdapter, type SqliteAdapterOptions } from './sqlite-adapter.ts';
import type { Store } from './store.ts';

/** SQLite's own names for what is wrong with a file; the driver names none where it cannot even open it. */
const NOT_WRITABLE = /SQLITE_(CANTOPEN|READONLY|PERM|FULL)|^ConnectionFailed/;

export async function openSqlite(
  url: string,
  options: Pick<SqliteAdapterOptions, 'timer' | 'durable'>,
): Promise<Store> {
  const path = url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
  await prepareFolder(dirname(path));
  await checkFile(path);
  const adapter = new SqliteAdapter({ ...options, path });
  const pool = new SqliteAdapter({ ...options, path, readsApart: true });
  return {
    engine: 'sqlite',
    adapter,
    wholly: (work) => adapter.inOneTransaction(work),
    pool,
    client: async (pool) => {
      const { PrismaClient } = await import('../generated/sqlite/client.ts');
      return new PrismaClient({ adapter: pool, errorFormat: 'minimal' });
    },
    isolation: undefined,
    gate: new SerialGate(),
    commitsOfOthers: () => pool.commitsOfOthers(),
    synced: () => pool.synced(),
    afterMigrating: null,
    holdAlone: () => holdAlone(path),
    explain: (error) => explain(error, path),
  };
}

async function prepareFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    // With the separator behind it, a file is not taken for one.
    await access(folder + sep, constants.W_OK);
  } catch (error) {
    throw new DatabaseError(
      'DATABASE_NOT_WRITABLE',
      `the folder ${folder} cannot be made or written to`,
      error,
    );
  }
}

/** SQLite itself would open it to read, and fail at the first thing to be written. */
async function checkFile(path: string): Promise<void> {
  try {
    if (existsSync(path)) await access(path, constants.W_OK);
  } catch (error) {
    throw notWritable(path, error);
  }
}

/** Step by step: where the system denies a folder as missing (`/proc`), Node's own `recursive` tries forever. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: unknown) => {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  });
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof DatabaseError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB') {
    return new DatabaseError('DATABASE_NOT_A_DATABASE', `${path} is not an SQLite database`, error);
  }
  if (NOT_WRITABLE.test(code === '' ? error.message : code)) {
    return notWritable(path, error);
  }
  return error;
}

const notWritable = (path: string, cause: unknown) =>
  new DatabaseError('DATABASE_NOT_WRITABLE', `${path} cannot be written to`, cause);
