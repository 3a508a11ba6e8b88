import type {
  SqlDriverAdapterFactory,
  SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { WholeClient } from './client.ts';
import type { Gate } from './gate.ts';

export type Engine = 'sqlite' | 'postgresql';

/** What differs between the two databases, and nothing else. */
export interface Store {
  readonly engine: Engine;
  /** For the migrations. */
  readonly adapter: SqlMigrationAwareDriverAdapterFactory;
  /**
   * Runs `work`, which migrates by that adapter: all of it holds afterwards, or a death in between leaves the
   * database as it was. PostgreSQL vouches for each migration alone.
   */
  wholly<Result>(work: () => Promise<Result>): Promise<Result>;
  /** A query that ends once no other process is migrating; null where none can be. */
  readonly afterMigrating: string | null;
  /** For the client. */
  readonly pool: SqlDriverAdapterFactory;
  client(pool: SqlDriverAdapterFactory): Promise<WholeClient>;
  /** Of units of work; undefined leaves the database's only one. */
  readonly isolation: 'RepeatableRead' | undefined;
  /** Through which writing transactions pass. */
  readonly gate: Gate;
  /**
   * Another number after any commit that was not made through the client; null where that cannot be told without
   * asking the server.
   */
  readonly commitsOfOthers: () => number | null;
  /** Resolves once all that was committed LAZILY until now would survive a power cut. */
  readonly synced: () => Promise<void>;
  /** Keeps other running programs out until what it returns is called; null where several may share. */
  readonly holdAlone: (() => () => void) | null;
  /** A driver's error as a DatabaseError where it is one of the known ones; else as it is. */
  explain(error: unknown): unknown;
}
