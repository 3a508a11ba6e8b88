import { FAULT_CAUSE } from '../../app/ports/notice-repository.ts';
import type { NoticeId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import { Prisma } from '../generated/sqlite/client.ts';

/** States of notices that are still to be sent. */
export const CLAIMABLE = ['planned', 'claimed', 'sending'];

/** More than will ever wait: a limit that limits nothing, but keeps the order of what it stands in. */
const ALL = 1_000_000_000;

export interface InTurn {
  readonly id: NoticeId;
  readonly addressee_id: string;
}

/**
 * The notices whose turn it is, the first of them: nothing overtakes an earlier one to its addressee that is not free.
 * In SQL, as Prisma compares no row with others of its table; the statement is the same on both databases. Those that
 * wait are put in order first, and whether something stands before one is asked of each in turn until there are enough:
 * PostgreSQL would else join all with all, however many wait.
 */
export const firstInTurn = (
  most: number,
  now: Instant,
  nowMs: number,
  except: readonly string[],
): Prisma.Sql => Prisma.sql`
  SELECT n.id, n.addressee_id FROM (
    SELECT id, addressee_id, due_at FROM notice
    WHERE state IN (${Prisma.join(CLAIMABLE)}) AND due_at <= ${BigInt(now)}
      AND free_from_ms <= ${BigInt(nowMs)}
      AND addressee_id NOT IN (${Prisma.join(['', ...except])})
    ORDER BY due_at, id LIMIT ${ALL}) n
  WHERE (
    SELECT COUNT(*) FROM notice e
    WHERE e.addressee_id = n.addressee_id AND e.state IN (${Prisma.join(CLAIMABLE)})
      AND e.free_from_ms > ${BigInt(nowMs)}
      AND (e.due_at < n.due_at OR (e.due_at = n.due_at AND e.id < n.id))
      AND (e.holder IS NOT NULL OR e.state = 'sending' OR e.cause <> ${FAULT_CAUSE})) = 0
  ORDER BY n.due_at, n.id LIMIT ${most}`;
