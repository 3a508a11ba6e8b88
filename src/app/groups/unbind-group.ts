import type { ChatId } from '../../core/id.ts';
import type { Cluster } from '../../core/organisation/cluster.ts';
import { clusterById } from '../../core/organisation/directory.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoMay } from '../use-case.ts';

const UNBOUND = 'group.unbound';

/**
 * The group is of no cluster any more: nothing of the plan is shown or said there, and where it is lost nobody waits
 * for it. Gives the cluster that it was of. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, CHAT_NOT_BOUND.
 */
export async function unbindGroup(
  dependencies: Dependencies,
  request: Request,
  chatId: ChatId,
): Promise<Outcome<Cluster>> {
  return whoMay('group.bind', dependencies, request, async ({ tx, directory, note }) => {
    const chat = directory.chats.find(({ id }) => id === chatId);
    if (chat === undefined) return refuse('CHAT_NOT_BOUND');
    if (chat.clusterId === null) {
      // Said twice, or taken up again: it was let go before.
      const before = (await tx.audit.latest(chatId, [UNBOUND]))?.before;
      const former = directory.clusters.find(({ id }) => id === (before as { cluster?: unknown })?.cluster);
      return former === undefined ? refuse('CHAT_NOT_BOUND') : done(former);
    }
    await tx.organisation.saveChat({ ...chat, clusterId: null, thread: null });
    await note({
      action: UNBOUND,
      subject: chat.id,
      before: { cluster: chat.clusterId, thread: chat.thread },
      after: { cluster: null, thread: null },
    });
    return done(clusterById(directory, chat.clusterId));
  });
}
