import { ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { Migration } from '../src/storage/migrations/migration-files.ts';
import {
  type EngineTarget,
  migrationList,
  NO_FILTERS,
  withEngine,
} from '../src/storage/migrations/schema-engine.ts';

/** SQL that leads from the migrations, replayed on a shadow database, to the schema; empty when they agree. */
export function migrationDiff(
  target: EngineTarget & { readonly shadow: () => Promise<SqlDriverAdapter> },
  migrations: readonly Migration[],
): Promise<string> {
  const { engine: provider, datamodel, adapter, shadow } = target;
  const replaying = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: () => adapter.connect(),
    connectToShadowDb: async () => forReplay(await shadow()),
  };
  return withEngine({ ...target, adapter: replaying }, async (engine) => {
    const { stdout } = await engine.diff({
      from:
        migrations.length === 0
          ? { tag: 'empty' }
          : { tag: 'migrations', ...migrationList(provider, migrations) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: datamodel }] },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    return /empty migration/.test(stdout ?? '') ? '' : (stdout ?? '');
  });
}

interface PgPerformer {
  performIO(query: unknown): Promise<{ fields: { dataTypeID: number }[] }>;
}

const PG_CHAR = 18;
const PG_TEXT = 25;

/**
 * What the adapters lack for the engine: it replays a whole migration as one statement, of which libsql runs the
 * first alone; and it asks PostgreSQL's catalogue for columns of type "char", which adapter-pg does not know.
 */
function forReplay(shadow: SqlDriverAdapter): SqlDriverAdapter {
  const executeRaw = shadow.executeRaw.bind(shadow);
  shadow.executeRaw = async (query) => {
    if (query.args.length > 0) return await executeRaw(query);
    await shadow.executeScript(query.sql);
    return 0;
  };
  if (shadow.provider === 'postgres') {
    const performer = shadow as unknown as PgPerformer;
    const performIO = performer.performIO.bind(performer);
    const queryRaw = shadow.queryRaw.bind(shadow);
    // The engine asks one thing at a time.
    let characters: number[] = [];
    performer.performIO = async (query) => {
      const result = await performIO(query);
      characters = result.fields.flatMap((field, index) => (field.dataTypeID === PG_CHAR ? [index] : []));
      for (const index of characters) result.fields[index] = { ...result.fields[index], dataTypeID: PG_TEXT };
      return result;
    };
    shadow.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of characters) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
  }
  return shadow;
}
