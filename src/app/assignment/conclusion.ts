import type { TaskId } from '../../core/id.ts';
import type { CouncilSession } from '../../core/organisation/council-session.ts';
import type { PlanBook } from '../../core/plan/plan-book.ts';
import { taskOfConclusion } from '../../core/plan/task-of-conclusion.ts';
import { type SessionKey, sessionOf } from '../organisation/council-sessions.ts';
import type { Transaction } from '../ports/transaction.ts';

/** What a council member's session concluded, by its words. */
export interface Conclusion extends SessionKey {
  readonly words: string;
}

type Sessions = Pick<Transaction, 'sessions'>;

/** The session of a conclusion, of a quarter that is over too; null where nothing of it was written down. */
export const sessionConcluding = async (
  { sessions }: Sessions,
  key: SessionKey,
): Promise<CouncilSession | null> => sessionOf(await sessions.ofQuarter(key.quarter), key);

/** Whether it is a task already. */
export async function isGiven(tx: Sessions, { words, ...key }: Conclusion, book: PlanBook): Promise<boolean> {
  const session = await sessionConcluding(tx, key);
  return session !== null && taskOfConclusion(session, words, book) !== null;
}

/** The conclusion is a task from here on. */
export async function markGiven(tx: Sessions, { words, ...key }: Conclusion, taskId: TaskId): Promise<void> {
  const session = await sessionConcluding(tx, key);
  if (session !== null) await tx.sessions.save({ ...session, given: [...session.given, { words, taskId }] });
}
