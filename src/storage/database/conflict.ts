import { StaleRevision } from '../../app/ports/obligation-repository.ts';

/** Codes of Prisma: unique violation, time-out (SQLITE_BUSY), write conflict. */
const PRISMA_CODES: ReadonlySet<unknown> = new Set(['P2002', 'P1008', 'P2034']);
/** What the driver adapters call the same things, where a raw query or a commit met them. */
const ADAPTER_KINDS: ReadonlySet<unknown> = new Set([
  'UniqueConstraintViolation',
  'SocketTimeout',
  'TransactionWriteConflict',
]);

/** Somebody else was faster: the same work may well succeed when it runs again. */
export function isConflict(error: unknown): boolean {
  if (error instanceof StaleRevision) return true;
  if (!(error instanceof Error)) return false;
  return PRISMA_CODES.has(fieldOf(error, 'code')) || ADAPTER_KINDS.has(adapterKind(error));
}

/** The error that an adapter gave stands under a Prisma error's `meta`, or bare. */
function adapterKind(error: Error): unknown {
  const adapterError = fieldOf(fieldOf(error, 'meta'), 'driverAdapterError') ?? error;
  return fieldOf(fieldOf(adapterError, 'cause'), 'kind');
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
