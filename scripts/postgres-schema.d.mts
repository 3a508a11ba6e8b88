/** The PostgreSQL schema that follows from the SQLite one. */
export function postgresSchema(sqlite: string): string;
export function derivePostgresSchema(): void;
