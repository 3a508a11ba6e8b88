import type { ObligationId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Transaction } from '../ports/transaction.ts';

/** Later days that wait for an answer are asked for no more: the work is done, or owed no longer. */
export async function withdrawExtensions(
  { extensions }: Pick<Transaction, 'extensions'>,
  ofObligations: readonly ObligationId[],
  at: Instant,
): Promise<void> {
  if (ofObligations.length === 0) return;
  const over = new Set(ofObligations);
  for (const { id, obligationId } of await extensions.pending()) {
    if (over.has(obligationId)) await extensions.decide(id, 'withdrawn', null, at);
  }
}
