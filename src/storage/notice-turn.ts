import { FAULT_CAUSE } from '../app/ports/notice-repository.ts';
import type { Instant } from '../core/time/instant.ts';
import { Prisma } from './generated/sqlite/client.ts';

/** States of notices that are still to be sent. */
export const CLAIMABLE = ['planned', 'claimed', 'sending'];

/**
 * The id of the notice whose turn it is: nothing overtakes an earlier one to its addressee. In SQL, as Prisma
 * compares no row with others of its table; the statement is the same on both databases.
 */
export const firstInTurn = (now: Instant, nowMs: number, except: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT n.id FROM notice n
  WHERE n.state IN (${Prisma.join(CLAIMABLE)}) AND n.due_at <= ${BigInt(now)}
    AND n.free_from_ms <= ${BigInt(nowMs)}
    AND n.addressee_id NOT IN (${Prisma.join(['', ...except])})
    AND NOT EXISTS (
      SELECT 1 FROM notice e
      WHERE e.addressee_id = n.addressee_id AND e.state IN (${Prisma.join(CLAIMABLE)})
        AND e.free_from_ms > ${BigInt(nowMs)}
        AND (e.due_at < n.due_at OR (e.due_at = n.due_at AND e.id < n.id))
        AND (e.holder IS NOT NULL OR e.state = 'sending' OR e.cause <> ${FAULT_CAUSE}))
  ORDER BY n.due_at, n.id LIMIT 1`;
