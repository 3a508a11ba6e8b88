import Libsql from 'libsql';
import { DatabaseError } from './database-error.ts';

/**
 * Keeps a second running program out of an SQLite file, until what is returned is called or the process dies: the
 * lock is the operating system's, on a file beside the database, so that no death leaves it behind and tools may
 * still open the database itself. Throws DATABASE_IN_USE.
 */
export function holdAlone(path: string): () => void {
  const lock = new Libsql(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')))
      throw error;
    throw new DatabaseError(
      'DATABASE_IN_USE',
      `another start is already running on ${path}; SQLite serves one at a time, PostgreSQL several`,
      error,
    );
  }
  return () => {
    lock.close();
  };
}
