// The SQLite schema is the source of truth; Prisma fixes the provider per schema, so PostgreSQL's is derived.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

export function postgresSchema(sqlite) {
  return `// Derived from ../schema.prisma by scripts/postgres-schema.mjs. Change that file, not this one.\n${sqlite
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../src/storage/generated/sqlite"', '"../../src/storage/generated/postgresql"')}`;
}

export function derivePostgresSchema() {
  const derived = postgresSchema(readFileSync('prisma/schema.prisma', 'utf8'));
  mkdirSync('prisma/postgresql', { recursive: true });
  writeIfChanged('prisma/postgresql/schema.prisma', derived);
}

function writeIfChanged(path, text) {
  let before = null;
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // Not there yet.
  }
  if (before !== text) writeFileSync(path, text);
}
