import { addMs, DAY_MS, type Instant } from '../../core/time/instant.ts';
import type { Transaction } from '../ports/transaction.ts';

/** What people wrote is kept so long after it was answered. */
const DONE_DAYS = 7;
/** And so long where answering failed, for whoever looks into why. */
const DEAD_DAYS = 30;

/** Forgets what old updates said; their keys stay, so that none is answered twice. */
export async function forgetUpdates({ inbox }: Pick<Transaction, 'inbox'>, now: Instant): Promise<void> {
  await inbox.forgetBefore(addMs(now, -DONE_DAYS * DAY_MS), 'done');
  await inbox.forgetBefore(addMs(now, -DEAD_DAYS * DAY_MS), 'dead');
}
