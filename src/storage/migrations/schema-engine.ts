import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type * as SchemaEngineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Engine, Store } from '../database/store.ts';
import type { Migration } from './migration-files.ts';

type Bindings = typeof SchemaEngineModule;

export const NO_FILTERS = { externalTables: [], externalEnums: [] };
const { resolve } = createRequire(import.meta.url);
const MODULE = '@prisma/schema-engine-wasm/schema_engine_bg';

/** TypeScript knows WebAssembly by its DOM library alone, which this project does without. */
const { WebAssembly: webAssembly } = globalThis as unknown as {
  WebAssembly: {
    instantiate(
      binary: Uint8Array,
      imports: Record<string, unknown>,
    ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
  };
};

let loading: Promise<Bindings> | null = null;

/** Once a process: a second instance would corrupt the memory view of the first. */
function bindings(): Promise<Bindings> {
  loading ??= instantiate();
  return loading;
}

async function instantiate(): Promise<Bindings> {
  // Where the engine leaves the message of a panic before it throws.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string): never {
        throw new Error(`schema engine: ${message}`);
      },
    },
  });
  const module: Bindings & { __wbg_set_wasm(exports: unknown): void } = await import(
    '@prisma/schema-engine-wasm/schema_engine_bg'
  );
  const binary = await readFile(resolve(MODULE).replace(/\.js$/, '.wasm'));
  const { instance } = await webAssembly.instantiate(binary, { './schema_engine_bg.js': module });
  module.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return module;
}

/**
 * Prisma's schema engine on one database. The engine leaves its connections open, and on SQLite holds the file
 * exclusively meanwhile: they are closed when `work` has ended.
 */
export async function withEngine<Result>(
  { datamodel, adapter }: EngineTarget,
  work: (engine: SchemaEngineModule.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const { SchemaEngine } = await bindings();
  const opened: SqlDriverAdapter[] = [];
  const keep = async (connecting: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> => {
    const connected = await connecting;
    opened.push(connected);
    return connected;
  };
  const tracking: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: () => keep(adapter.connect()),
    connectToShadowDb: () => keep(adapter.connectToShadowDb()),
  };
  try {
    const engine = await SchemaEngine.new(
      { datamodels: [['schema.prisma', datamodel]] },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(tracking),
    );
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    for (const connection of opened) await connection.dispose().catch(() => undefined);
  }
}

export interface EngineTarget {
  readonly engine: Engine;
  readonly datamodel: string;
  readonly adapter: SqlMigrationAwareDriverAdapterFactory;
}

/** Applies those not yet applied, in order; returns their names. */
export function applyMigrations(
  target: EngineTarget & Pick<Store, 'wholly'>,
  migrations: readonly Migration[],
): Promise<string[]> {
  return withEngine(target, async (engine) => {
    const { appliedMigrationNames } = await target.wholly(() =>
      engine.applyMigrations({
        migrationsList: migrationList(target.engine, migrations),
        filters: NO_FILTERS,
      }),
    );
    return appliedMigrationNames;
  });
}

/** The migrations as the engine takes them. */
export const migrationList = (engine: Engine, migrations: readonly Migration[]) => ({
  baseDir: '',
  lockfile: { path: 'migration_lock.toml', content: `provider = "${engine}"\n` },
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  })),
  shadowDbInitScript: '',
});
