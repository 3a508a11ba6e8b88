import type { Dependencies } from '../../../app/dependencies.ts';
import { bindGroup } from '../../../app/groups/bind-group.ts';
import { unbindGroup } from '../../../app/groups/unbind-group.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import type { ChatId } from '../../../core/id.ts';
import { clustersOn, groupsOf, lostGroups } from '../../../core/organisation/directory.ts';
import { outdated, refusal, refusalText } from '../../refusal.ts';
import { popup, type Reply, say } from '../../reply.ts';
import { may, secretariatOnly } from '../../rights.ts';
import { openTurn, type Turn } from '../../turn.ts';
import { withSecretariat } from '../../views/frame.ts';
import { asLabel, button, entry, marked, message, saying } from '../../views/message.ts';
import { titles } from '../../views/overview/overview.ts';

const PREFIX = 'cum_';

/** The payload of a link that binds the group it is opened in: who opens it decides, not the link. */
const bindingPayload = (clusterId: string): string => `${PREFIX}${clusterId}`;
export const isBindingPayload = (payload: string): boolean => payload.startsWith(PREFIX);
/** Empty where the cluster is no more. */
export const clusterOfPayload = ({ frame: { directory, today } }: Turn, payload: string): string =>
  clustersOn(directory, today).find(({ id }) => bindingPayload(id) === payload)?.id ?? '';

/** `/dangky`: in a group binds it or offers the clusters; in private gives the links that bind. */
export async function register(dependencies: Dependencies, turn: Turn, named: string): Promise<Reply> {
  const { frame, incoming } = turn;
  if (!may(turn, 'group.bind')) return say(secretariatOnly(turn));
  if (incoming.chat.kind === 'private') return say(bindingLinks(turn));
  if (named === '') return say(clusterOffer(turn));
  const outcome = await bindGroup(dependencies, turn.request, incoming.chat, named);
  if (outcome.kind === 'done') return say(saying(boundText(turn, outcome.value.name)));
  const why = saying(refusalText(frame, outcome));
  return say(outcome.code === 'CLUSTER_UNKNOWN' ? { ...clusterOffer(turn), entries: why.entries } : why);
}

/** A press of one of the clusters offered. */
export async function bindHere(dependencies: Dependencies, turn: Turn, clusterId: string): Promise<Reply> {
  const { frame, incoming } = turn;
  if (incoming.chat.kind === 'private') return popup(frame.t('welcome.bindInGroup'));
  const outcome = await bindGroup(dependencies, turn.request, incoming.chat, clusterId);
  return outcome.kind === 'refused'
    ? refusal(frame, outcome)
    : { edit: saying(boundText(turn, outcome.value.name)) };
}

/**
 * A press that lets a group go: in the group itself, or of one that the bot cannot reach any more, from the list of
 * groups in private.
 */
export async function unbind(dependencies: Dependencies, turn: Turn, chat: ChatId): Promise<Reply> {
  const { frame, incoming, tools } = turn;
  const isPrivate = incoming.chat.kind === 'private';
  // It may have been reached again since the list was shown.
  if (isPrivate && frame.directory.chats.find(({ id }) => id === chat)?.state !== 'lost') {
    return outdated(frame);
  }
  const outcome = await unbindGroup(dependencies, turn.request, chat);
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  return isPrivate
    ? { edit: bindingLinks(await openTurn(dependencies, incoming, tools)) }
    : { edit: saying(frame.t('welcome.unbound', { cluster: outcome.value.name })) };
}

function boundText({ frame, incoming, chat }: Turn, cluster: string): string {
  const { t, directory } = frame;
  const former = directory.clusters.find(({ id }) => id === chat?.clusterId)?.name ?? cluster;
  const bound = t(incoming.chat.thread === null ? 'welcome.groupBound' : 'welcome.topicBound', {
    cluster,
    ...withSecretariat(frame),
  });
  return former === cluster ? bound : [bound, t('welcome.boundAnew', { former })].join('\n');
}

/** The cluster that the group is bound to by now is marked. */
function clusterOffer({ frame, chat }: Turn): Message {
  const { t, directory, today } = frame;
  const clusters = clustersOn(directory, today).map(({ id, name }) => [
    button(marked(asLabel(name), id === chat?.clusterId), {
      kind: 'bind',
      cluster: id,
    }),
  ]);
  const isBound = chat !== null && chat.clusterId !== null;
  return saying(t('welcome.chooseCluster'), [
    ...clusters,
    isBound ? [button(t('welcome.unbind'), { kind: 'unbind', chat: chat.id })] : [],
  ]);
}

/** One link a cluster, with the groups that it has; those that the bot cannot reach any more may be let go. */
export function bindingLinks({ frame, incoming, tools }: Turn): Message {
  const { t, directory, today } = frame;
  const rows = clustersOn(directory, today).map(({ id, name }) => ({
    name,
    groups: groupsOf(directory, id).map(({ title }) => title),
    link: tools.links.toGroup(incoming.channel, bindingPayload(id)),
  }));
  const lost = lostGroups(directory);
  return message(
    [
      entry(t('welcome.bindByLink')),
      ...rows.map(({ name, groups }) =>
        entry(
          groups.length === 0
            ? t('welcome.clusterWithout', { cluster: name })
            : t('welcome.clusterWith', { cluster: name, groups: groups.join(', ') }),
        ),
      ),
      ...(lost.length === 0 ? [] : [entry(t('welcome.lostGroups', { names: titles(lost) }))]),
    ],
    [
      ...rows.flatMap(({ name, link }): Button[][] =>
        link === null ? [] : [[{ label: t('welcome.addTo', { cluster: asLabel(name) }), url: link }]],
      ),
      ...lost.map(({ id, title }) => [
        button(t('welcome.letGo', { group: asLabel(title) }), { kind: 'unbind', chat: id }),
      ]),
    ],
  );
}
