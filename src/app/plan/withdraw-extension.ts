import type { ObligationId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Transaction } from '../ports/transaction.ts';

/** A later day that waits for an answer is asked for no more: the work is done, or owed no longer. */
export async function withdrawExtension(
  { extensions }: Pick<Transaction, 'extensions'>,
  id: ObligationId,
  at: Instant,
): Promise<void> {
  const waiting = (await extensions.of(id)).find(({ state }) => state === 'pending');
  if (waiting !== undefined) await extensions.decide(waiting.id, 'withdrawn', null, at);
}
