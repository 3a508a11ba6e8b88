import { DriverAdapterError, type MappedError } from '@prisma/driver-adapter-utils';

/** What the driver throws: SQLite's own name of the error, and its number. */
interface SqliteError extends Error {
  readonly code: string;
  readonly rawCode?: number;
}

/** An error of the driver's as Prisma knows it; any other as it is. */
export function driverError(error: unknown): unknown {
  if (!isOfSqlite(error)) return error;
  const { message, rawCode } = error;
  return new DriverAdapterError({
    ...meaningOf(error),
    originalMessage: message,
    ...(rawCode !== undefined && { originalCode: String(rawCode) }),
  });
}

export const isBusy = (error: unknown): boolean => isOfSqlite(error) && error.code.startsWith('SQLITE_BUSY');

/** What conflicts and migrations ask for by name; the rest goes by its number. */
function meaningOf(error: SqliteError): MappedError {
  const { code, message, rawCode: extendedCode = 1 } = error;
  if (isBusy(error)) return { kind: 'SocketTimeout' };
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
    return { kind: 'UniqueConstraintViolation' };
  }
  const table = /^no such table: (.+)$/.exec(message)?.[1];
  if (table !== undefined) return { kind: 'TableDoesNotExist', table };
  return { kind: 'sqlite', extendedCode, message };
}

const isOfSqlite = (error: unknown): error is SqliteError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';
