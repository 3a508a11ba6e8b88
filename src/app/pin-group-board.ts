import { chatAt } from '../core/organisation/directory.ts';
import type { Dependencies, Request } from './dependencies.ts';
import { GROUP_BOARD } from './living-kinds.ts';
import { done, type Outcome, refuse } from './outcome.ts';
import { reportsManager } from './reports-manager.ts';

/**
 * The message that is this group's board, to be pinned there. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY,
 * CHAT_NOT_BOUND, BOARD_NOT_POSTED.
 */
export async function pinGroupBoard(
  { unitOfWork, clock }: Dependencies,
  request: Request,
): Promise<Outcome<string>> {
  const at = clock.now();
  return unitOfWork.run(async ({ organisation, living }) => {
    const directory = await organisation.directory();
    const manager = reportsManager(directory, request, at);
    if ('kind' in manager) return manager;
    const chat = chatAt(directory, request.channel, request.chat);
    if (chat === null || chat.clusterId === null) return refuse('CHAT_NOT_BOUND');
    const boards = await living.of(GROUP_BOARD, chat.clusterId);
    const key = boards.find(({ chatId }) => chatId === chat.id)?.messageKey ?? null;
    return key === null ? refuse('BOARD_NOT_POSTED') : done(key);
  });
}
