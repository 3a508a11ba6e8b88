import type { Inbox } from '../app/ports/inbox.ts';
import type { LeaseStore } from '../app/ports/lease-store.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { PaceLog } from '../app/ports/pace-log.ts';
import type { Timer } from '../app/ports/timer.ts';
import type { UnitOfWork } from '../app/ports/unit-of-work.ts';
import { ClosableAdapter } from './database/closable-adapter.ts';
import { DatabaseError } from './database/database-error.ts';
import type { Store } from './database/store.ts';
import { findPending, migrate } from './migrations/migrate.ts';
import { readMigrations } from './migrations/migration-files.ts';
import { PrismaUnitOfWork } from './prisma-unit-of-work.ts';
import { PrismaInbox } from './repositories/prisma-inbox.ts';
import { PrismaLeaseStore } from './repositories/prisma-lease-store.ts';
import { PrismaPaceLog } from './repositories/prisma-pace-log.ts';

export interface Database {
  readonly unitOfWork: UnitOfWork;
  /**
   * Outside units of work: each of its methods is one statement, which the database commits by itself. What is stored
   * and ended by it survives a death of this process, but a power cut only once `synced` has resolved.
   */
  readonly inbox: Inbox;
  readonly synced: () => Promise<void>;
  readonly leases: LeaseStore;
  /** Null where no other process can share the database. */
  readonly pace: PaceLog | null;
  /** Rejects where the database does not answer. */
  readonly ping: () => Promise<void>;
  /** Names of migrations not applied; none unless it was opened with `migrate: false`. */
  readonly pendingMigrations: readonly string[];
  /** Names of those applied by this opening. */
  readonly appliedMigrations: readonly string[];
  readonly close: () => Promise<void>;
}

export interface OpenDatabaseOptions {
  readonly timer: Timer;
  readonly logger: Logger;
  /** Refuses where another program holds an SQLite database so; PostgreSQL is shared. */
  readonly alone?: boolean;
  /** False where a power cut may take what was committed: SQLite does not wait for the disk. PostgreSQL's is its server's. */
  readonly durable?: boolean;
  /** Told after a commit that left something to send. */
  readonly onPlanned?: () => void;
  /** False leaves the tables as they are. */
  readonly migrate?: boolean;
}

/**
 * Opens `file:…` (SQLite, made with its folder where it is missing) or `postgresql://…`, and brings it up to date.
 * Throws DatabaseError, whose message never holds the URL's password.
 */
export async function openDatabase(url: string, options: OpenDatabaseOptions): Promise<Database> {
  const { timer, logger } = options;
  const store = await storeAt(url, options);
  let release = () => undefined as void;
  try {
    const migrations = await readMigrations(store.engine);
    let pending = await findPending(store, migrations);
    // Only now: what has proven no database of ours gets no lock beside it.
    if (options.alone === true) release = store.holdAlone?.() ?? release;
    let applied: string[] = [];
    if (pending.length > 0 && options.migrate !== false) {
      applied = await migrate(store, migrations);
      pending = [];
      logger.info({ engine: store.engine, applied }, 'migrations applied');
    }
    const pool = new ClosableAdapter(store.pool);
    const client = await store.client(pool);
    const { isolation, gate, commitsOfOthers } = store;
    const { onPlanned = () => undefined } = options;
    return {
      unitOfWork: new PrismaUnitOfWork({
        client,
        isolation,
        gate,
        commitsOfOthers,
        timer,
        logger,
        onPlanned,
      }),
      inbox: new PrismaInbox(client),
      synced: store.synced,
      leases: new PrismaLeaseStore(client, gate),
      pace: store.engine === 'postgresql' ? new PrismaPaceLog(client) : null,
      ping: async () => {
        await client.$queryRaw`SELECT 1`;
      },
      pendingMigrations: pending.map((migration) => migration.name),
      appliedMigrations: applied,
      close: async () => {
        // Whoever is in the middle of writing ends first.
        await gate.pass(async () => undefined, true);
        pool.close();
        await client.$disconnect();
        release();
      },
    };
  } catch (error) {
    release();
    throw store.explain(error);
  }
}

async function storeAt(url: string, { timer, logger, durable = true }: OpenDatabaseOptions): Promise<Store> {
  // Only the driver that is used is loaded.
  if (url.startsWith('file:'))
    return await (await import('./database/open-sqlite.ts')).openSqlite(url, { timer, durable });
  if (/^postgres(ql)?:\/\//.test(url))
    return (await import('./database/open-postgres.ts')).openPostgres(url, logger);
  throw new DatabaseError('DATABASE_URL_UNKNOWN', 'the database URL must begin with file: or postgresql://');
}
