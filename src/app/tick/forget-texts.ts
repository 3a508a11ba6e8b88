import { addMs, DAY_MS, type Instant } from '../../core/time/instant.ts';
import type { Transaction } from '../ports/transaction.ts';

/** As long as anybody asks for a copy of what was said. */
const SAID_DAYS = 90;

/** Forgets the words of what was said long ago; that it was said, and of what, stays. */
export async function forgetTexts({ notices }: Pick<Transaction, 'notices'>, now: Instant): Promise<void> {
  await notices.forgetTextsBefore(addMs(now, -SAID_DAYS * DAY_MS));
}
