/** Why a database cannot be used. The message is for the log; `code` is stable. */
export class DatabaseError extends Error {
  override readonly name: string = 'DatabaseError';
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

export type DatabaseErrorCode =
  | 'DATABASE_URL_UNKNOWN'
  | 'DATABASE_NOT_WRITABLE'
  | 'DATABASE_NOT_A_DATABASE'
  | 'DATABASE_IN_USE'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_FOREIGN'
  | 'DATABASE_NEWER'
  | 'DATABASE_MIGRATION_EDITED'
  | 'DATABASE_MIGRATION_FAILED'
  | 'DATABASE_ROW_CORRUPT';

/** The database has migrations that this program does not know: a newer version wrote it. */
export class DatabaseNewer extends DatabaseError {
  override readonly name = 'DatabaseNewer';

  constructor(unknownMigrations: readonly string[]) {
    super(
      'DATABASE_NEWER',
      `the database was written by a newer version: it has ${unknownMigrations.join(', ')}`,
    );
  }
}

/** A row that this program cannot have written. */
export class CorruptRow extends DatabaseError {
  override readonly name = 'CorruptRow';

  constructor(table: string, id: string, column: string, value: unknown, cause?: unknown) {
    super(
      'DATABASE_ROW_CORRUPT',
      `${table} ${id}: ${column} cannot be ${JSON.stringify(value)?.slice(0, 80) ?? 'absent'}`,
      cause,
    );
  }
}
