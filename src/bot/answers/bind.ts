import type { Dependencies } from '../../app/dependencies.ts';
import { bindGroup } from '../../app/groups/bind-group.ts';
import type { Button, Message } from '../../app/ports/message.ts';
import { scopeOf } from '../../core/access/rights.ts';
import { clustersOn, groupsOf } from '../../core/organisation/directory.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { withSecretariat } from '../views/frame.ts';
import { button, entry, message, saying, shortTitle } from '../views/message.ts';

const PREFIX = 'cum_';
const LONGEST_LABEL = 30;

/** The payload of a link that binds the group it is opened in: who opens it decides, not the link. */
const bindingPayload = (clusterId: string): string => `${PREFIX}${clusterId}`;
export const isBindingPayload = (payload: string): boolean => payload.startsWith(PREFIX);
export const clusterOfPayload = (payload: string): string => payload.slice(PREFIX.length);

/** `/dangky`: in a group binds it or offers the clusters; in private gives the links that bind. */
export async function register(dependencies: Dependencies, turn: Turn, named: string): Promise<Reply> {
  const { frame, incoming } = turn;
  const refused = refusalHere(turn);
  if (refused !== null) return say(saying(refused));
  if (incoming.chat.kind === 'private') return say(bindingLinks(turn));
  if (named === '') return say(clusterOffer(turn));
  const outcome = await bindGroup(dependencies, turn.request, incoming.chat, named);
  return say(
    saying(outcome.kind === 'refused' ? refusalText(frame, outcome) : boundText(turn, outcome.value.name)),
  );
}

/** A press of one of the clusters offered. */
export async function bindHere(dependencies: Dependencies, turn: Turn, clusterId: string): Promise<Reply> {
  const { frame, incoming } = turn;
  if (incoming.chat.kind === 'private') return popup(frame.t('welcome.bindInGroup'));
  const outcome = await bindGroup(dependencies, turn.request, incoming.chat, clusterId);
  return outcome.kind === 'refused'
    ? popup(refusalText(frame, outcome))
    : { edit: saying(boundText(turn, outcome.value.name)) };
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

function refusalHere({ frame, actor }: Turn): string | null {
  return actor === null || scopeOf('group.bind', actor.roles) === null
    ? frame.t('refusal.ACCESS_SECRETARIAT_ONLY', withSecretariat(frame))
    : null;
}

/** The cluster that the group is bound to by now is marked. */
function clusterOffer({ frame, chat }: Turn): Message {
  const { t, directory, today } = frame;
  return saying(
    t('welcome.chooseCluster'),
    clustersOn(directory, today).map(({ id, name }) => [
      button(`${id === chat?.clusterId ? '✔ ' : ''}${shortTitle(name, LONGEST_LABEL)}`, {
        kind: 'bind',
        cluster: id,
      }),
    ]),
  );
}

/** One link a cluster, with the groups that it has. */
export function bindingLinks({ frame, incoming, tools }: Turn): Message {
  const { t, directory, today } = frame;
  const rows = clustersOn(directory, today).map(({ id, name }) => ({
    name,
    groups: groupsOf(directory, id).map(({ title }) => title),
    link: tools.links.toGroup(incoming.channel, bindingPayload(id)),
  }));
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
    ],
    rows.flatMap(({ name, link }): Button[][] =>
      link === null
        ? []
        : [[{ label: t('welcome.addTo', { cluster: shortTitle(name, LONGEST_LABEL) }), url: link }]],
    ),
  );
}
