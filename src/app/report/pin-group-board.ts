import { chatAt } from '../../core/organisation/directory.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { GROUP_BOARD } from '../notices/living-kinds.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { LivingMessage } from '../ports/living-message-repository.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { whoMay } from '../use-case.ts';

const PINNED = 'board.pinned';

/**
 * The message that is this group's board, to be pinned there. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY,
 * CHAT_NOT_BOUND, BOARD_NOT_POSTED.
 */
export async function pinGroupBoard(dependencies: Dependencies, request: Request): Promise<Outcome<string>> {
  return whoMay('reports.manage', dependencies, request, async ({ tx, directory, note }) => {
    const chat = chatAt(directory, request.channel, request.chat);
    if (chat === null || chat.clusterId === null) return refuse('CHAT_NOT_BOUND');
    const boards = await tx.living.of(GROUP_BOARD, chat.clusterId);
    const key = boards.find(({ chatId }) => chatId === chat.id)?.messageKey ?? null;
    if (key === null) return refuse('BOARD_NOT_POSTED');
    await note({ action: PINNED, subject: chat.id, after: { cluster: chat.clusterId } });
    return done(key);
  });
}

/** Whether the secretariat wanted this board pinned: where it is posted anew, the pin follows. */
export async function isPinWanted(
  { audit }: Pick<ReadModel, 'audit'>,
  { kind, subject, chatId }: LivingMessage,
): Promise<boolean> {
  if (kind !== GROUP_BOARD) return false;
  const pinned = await audit.latest(chatId, [PINNED]);
  return (pinned?.after as { cluster?: unknown } | undefined)?.cluster === subject;
}
