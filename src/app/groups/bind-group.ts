import { type Chat, NEW_CHAT } from '../../core/organisation/chat.ts';
import type { Cluster } from '../../core/organisation/cluster.ts';
import { chatAt, clustersOn } from '../../core/organisation/directory.ts';
import { foldVietnamese } from '../../core/text/fold.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { noteOf, whoMay } from '../use-case.ts';

/**
 * Binds the group to a cluster, named by id, code or name with or without diacritics, which decides what is shown and
 * said there, and in which topic. Binding anew replaces. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY,
 * CLUSTER_UNKNOWN.
 */
export async function bindGroup(
  dependencies: Dependencies,
  request: Request,
  { title, thread }: Pick<Chat, 'title' | 'thread'>,
  named: string,
): Promise<Outcome<Cluster>> {
  return whoMay('group.bind', dependencies, request, async ({ tx, at, ids, today, directory, person }) => {
    const wanted = foldVietnamese(named.trim());
    const clusters = clustersOn(directory, today);
    const cluster = clusters.find(({ id, code, name }) =>
      [id, code, name].some((one) => foldVietnamese(one) === wanted),
    );
    if (cluster === undefined) {
      return refuse('CLUSTER_UNKNOWN', {
        code: named,
        clusters: clusters.map(({ code, name }) => `${code} (${name})`).join(', '),
      });
    }
    const { channel, chat: key } = request;
    const chat = chatAt(directory, channel, key);
    const bound: Chat = {
      ...(chat ?? { ...NEW_CHAT, id: ids.next<'chat'>(), channel, key, kind: 'group' }),
      title,
      thread,
      clusterId: cluster.id,
      state: 'active',
    };
    await tx.organisation.saveChat(bound);
    const note = noteOf(tx, ids, at, { personId: person.id, chatId: bound.id });
    await note({
      action: 'group.bound',
      subject: bound.id,
      before: { cluster: chat?.clusterId ?? null, thread: chat?.thread ?? null },
      after: { cluster: cluster.id, thread },
    });
    return done(cluster);
  });
}
