import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Engine } from '../database/store.ts';

/** A migration as it lies in `prisma/migrations`, by name. `checksum` is Prisma's: SHA-256 of the script. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** At the root, as far above `src` as above `dist`. */
const PRISMA_FOLDER = new URL('../../../prisma/', import.meta.url);

export const migrationsFolder = (engine: Engine): URL => new URL(`migrations/${engine}/`, PRISMA_FOLDER);

export const schemaFile = (engine: Engine): URL =>
  new URL(engine === 'sqlite' ? 'schema.prisma' : 'postgresql/schema.prisma', PRISMA_FOLDER);

/** All migrations in the order in which they apply. */
export async function readMigrations(engine: Engine): Promise<Migration[]> {
  const folder = migrationsFolder(engine);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(`${name}/migration.sql`, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
