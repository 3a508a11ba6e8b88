import type { Obligation } from '../../core/obligation/obligation.ts';
import { chatAt } from '../../core/organisation/directory.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { ASSIGNMENT_PANEL, ASSIGNMENT_POST, GROUP_BOARD } from '../notices/living-kinds.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { Transaction } from '../ports/transaction.ts';
import { whoMay } from '../use-case.ts';

/**
 * Keeps the cluster's board in this group up to date from now on, posted by the relay. Asked for again, it is
 * brought up to date. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, CHAT_NOT_BOUND.
 */
export async function showGroupBoard(dependencies: Dependencies, request: Request): Promise<Outcome<void>> {
  return whoMay('reports.manage', dependencies, request, async ({ tx, directory }) => {
    const chat = chatAt(directory, request.channel, request.chat);
    if (chat === null || chat.clusterId === null) return refuse('CHAT_NOT_BOUND');
    await tx.living.adopt({
      kind: GROUP_BOARD,
      subject: chat.clusterId,
      chatId: chat.id,
      messageKey: null,
      shownAs: null,
      freeFromMs: 0,
    });
    await tx.living.touch(GROUP_BOARD, chat.clusterId);
    return done(undefined);
  });
}

/** What a group's board counts has changed, and what is counted of a task of the day. */
export async function touchBoards(
  { living, plans }: Pick<Transaction, 'living' | 'plans'>,
  { clusterId, taskId }: Obligation,
): Promise<void> {
  if (clusterId !== null) await living.touch(GROUP_BOARD, clusterId);
  const { tasks } = await plans.book();
  if (tasks.find(({ id }) => id === taskId)?.given !== true) return;
  await living.touch(ASSIGNMENT_POST, taskId);
  await living.touch(ASSIGNMENT_PANEL, taskId);
}
