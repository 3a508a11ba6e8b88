import { PrismaPg } from '@prisma/adapter-pg';
import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import type { Logger } from '../../app/ports/logger.ts';
import type { WholeClient } from './client.ts';
import { DatabaseError } from './database-error.ts';
import { SharedGate } from './gate.ts';
import type { Store } from './store.ts';

const CONNECT_WITHIN_MS = 5_000;
const CONNECTIONS = 10;
/**
 * A machine that vanishes in the middle of a unit of work leaves its locks with the server, which by itself would keep
 * them for hours. Units of work wait for nothing outside, so none that lives is silent that long.
 */
const SILENT_IN_TRANSACTION_MS = 15_000;
// The number is Prisma's own: its schema engine holds that advisory lock while it migrates.
const AFTER_MIGRATING = 'SELECT 1 FROM pg_advisory_lock(72707369)';
const UNREACHABLE: ReadonlySet<unknown> = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'DatabaseDoesNotExist',
  'DatabaseAccessDenied',
  'AuthenticationFailed',
  'TlsConnectionError',
  'TooManyConnections',
]);

export function openPostgres(url: string, logger: Logger): Store {
  const options = {
    onPoolError: (error: Error) => logger.warn({ err: error }, 'database connection lost'),
    onConnectionError: (error: Error) => logger.warn({ err: error }, 'database connection lost'),
  };
  const config = { connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS };
  // The engine takes an advisory lock, which holds on the one connection that took it.
  const adapter = new PrismaPg({ ...config, max: 1 }, options);
  return {
    engine: 'postgresql',
    adapter,
    wholly: (work) => work(),
    afterMigrating: AFTER_MIGRATING,
    pool: new PrismaPg(
      { ...config, max: CONNECTIONS, idle_in_transaction_session_timeout: SILENT_IN_TRANSACTION_MS },
      options,
    ),
    client: async (pool) => {
      const { PrismaClient } = await import('../generated/postgresql/client.ts');
      return new PrismaClient({ adapter: pool, errorFormat: 'minimal' }) as unknown as WholeClient;
    },
    // One snapshot a unit of work; a row that another changed meanwhile fails at once, and the work runs again.
    // What two might both insert has a unique index, and what one reads while another changes it is written by
    // both (a revision, a notice's count of lines): serializable would add only false alarms.
    isolation: 'RepeatableRead',
    gate: new SharedGate(),
    commitsOfOthers: () => null,
    synced: () => Promise.resolve(),
    holdAlone: null,
    explain,
  };
}

function explain(error: unknown): unknown {
  if (error instanceof DatabaseError) return error;
  const isUnreachable = isDriverAdapterError(error)
    ? UNREACHABLE.has(error.cause.kind)
    : error instanceof Error && /timeout|ECONN|ENOTFOUND|EAI_AGAIN|ENETUNREACH/i.test(error.message);
  return isUnreachable
    ? new DatabaseError('DATABASE_UNREACHABLE', 'PostgreSQL cannot be reached', error)
    : error;
}
