import { access, constants, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Timer } from '../app/ports/timer.ts';
import { DatabaseError } from './database-error.ts';
import { SerialGate } from './gate.ts';
import { holdAlone } from './hold-alone.ts';
import { SqliteAdapter } from './sqlite-adapter.ts';
import type { Store } from './store.ts';

/** SQLite's own names for what is wrong with a file; the driver names none where it cannot even open it. */
const NOT_WRITABLE = /SQLITE_(CANTOPEN|READONLY|PERM|FULL)|^ConnectionFailed/;

export async function openSqlite(url: string, timer: Timer): Promise<Store> {
  const path = url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
  await prepareFolder(dirname(path));
  const adapter = new SqliteAdapter({ path, timer });
  const pool = new SqliteAdapter({ path, timer, readsApart: true });
  return {
    engine: 'sqlite',
    adapter,
    pool,
    client: async (pool) => {
      const { PrismaClient } = await import('./generated/sqlite/client.ts');
      return new PrismaClient({ adapter: pool, errorFormat: 'minimal' });
    },
    isolation: undefined,
    gate: new SerialGate(),
    commitsOfOthers: () => pool.commitsOfOthers(),
    holdAlone: () => holdAlone(path),
    explain: (error) => explain(error, path),
  };
}

async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new DatabaseError(
      'DATABASE_NOT_WRITABLE',
      `the folder ${folder} cannot be made or written to`,
      error,
    );
  }
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof DatabaseError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB') {
    return new DatabaseError('DATABASE_NOT_A_DATABASE', `${path} is not an SQLite database`, error);
  }
  if (NOT_WRITABLE.test(code === '' ? error.message : code)) {
    return new DatabaseError('DATABASE_NOT_WRITABLE', `${path} cannot be written to`, error);
  }
  return error;
}
