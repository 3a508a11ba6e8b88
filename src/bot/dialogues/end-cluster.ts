import type { Dependencies } from '../../app/dependencies.ts';
import { endCluster } from '../../app/office/end-cluster.ts';
import { restoreCluster } from '../../app/office/restore-cluster.ts';
import type { Message } from '../../app/ports/message.ts';
import type { ClusterId } from '../../core/id.ts';
import type { Cluster } from '../../core/organisation/cluster.ts';
import { forSecretariat } from '../answers/offices.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import { openTurn, type Turn } from '../turn.ts';
import { clusterEnded, clustersOffered, endClusterQuestion } from '../views/cluster-change.ts';
import { saying } from '../views/message.ts';
import { officeCard } from '../views/offices.ts';
import { closeDialogue, type DialogueKind, type Drafted, saveDialogue } from './dialogue-kind.ts';
import {
  EMPTY_CLUSTER_END,
  type EndClusterForm,
  type EndClusterStep,
  stepEndCluster,
} from './end-cluster-form.ts';

const ENDING = { kind: 'cluster_end', version: 1 } as const;

interface Draft {
  readonly clusterId: ClusterId;
  readonly form: EndClusterForm;
  /** As they were offered: a button names a place among them. */
  readonly offered: readonly ClusterId[];
}

/** Asks for the last day, then for where its units go on. */
export async function beginEndCluster(
  dependencies: Dependencies,
  turn: Turn,
  clusterId: ClusterId,
): Promise<Reply> {
  const { frame } = turn;
  const cluster = clusterIn(turn, clusterId);
  const offered = cluster === null ? [] : clustersOffered(frame.directory, cluster, frame.today);
  const reply = forSecretariat(turn, 'unit.change', () =>
    cluster === null || cluster.validTo !== null
      ? null
      : endClusterQuestion(frame, cluster, 'day', EMPTY_CLUSTER_END, offered),
  );
  if (reply.edit === undefined) return reply;
  const draft: Draft = { clusterId, form: EMPTY_CLUSTER_END, offered: offered.map(({ id }) => id) };
  await saveDialogue(dependencies, turn, ENDING, 'day', draft);
  return reply;
}

/** The cluster goes on as before, and its card says so. */
export async function takeClusterEndBack(
  dependencies: Dependencies,
  turn: Turn,
  clusterId: ClusterId,
): Promise<Reply> {
  const outcome = await restoreCluster(dependencies, turn.request, clusterId);
  if (outcome.kind === 'refused') return popup(refusalText(turn.frame, outcome));
  const now = await openTurn(dependencies, turn.incoming, turn.tools);
  return {
    ...forSecretariat(now, 'unit.change', () => officeCard(now.frame, clusterId)),
    answer: { text: turn.frame.t('clusterEnd.restored', { cluster: outcome.value.name }), popup: false },
  };
}

export const endClusterDialogue: DialogueKind = {
  ...ENDING,
  async take(dependencies, turn, dialogue, input) {
    const { frame, request, incoming } = turn;
    const { madeBy, draft } = dialogue.draft as Drafted<Draft>;
    const step = dialogue.step as EndClusterStep;
    const cluster = clusterIn(turn, draft.clusterId);
    if (cluster === null) {
      await closeDialogue(dependencies, turn);
      return popup(frame.t('answer.outdatedButton'));
    }
    const offered = draft.offered.flatMap((id) => clusterIn(turn, id) ?? []);
    const show = (message: Message): Reply => (input.kind === 'choice' ? { edit: message } : say(message));
    const ask = (at: EndClusterStep, form: EndClusterForm, unfit = false): Reply =>
      show(endClusterQuestion(frame, cluster, at, form, offered, unfit));
    if (madeBy === incoming.effectKey) return ask(step, draft.form);
    if (input.kind === 'unfit') return ask(step, draft.form, true);
    const value = input.kind === 'choice' ? input.choice : input.text;
    const scene = { today: frame.today, offered: draft.offered };
    const move = stepEndCluster(step, draft.form, { kind: input.kind, value }, scene);
    switch (move.kind) {
      case 'ask':
        await saveDialogue(dependencies, turn, ENDING, move.step, { ...draft, form: move.form });
        return ask(move.step, move.form);
      case 'unfit':
        return ask(step, draft.form, true);
      case 'cancel':
        await closeDialogue(dependencies, turn);
        return forSecretariat(turn, 'unit.change', () => officeCard(frame, cluster.id));
      case 'finish': {
        const { lastOn, heirId } = move.form;
        if (lastOn === null) return ask('day', move.form, true);
        const outcome = await endCluster(dependencies, request, { clusterId: cluster.id, lastOn, heirId });
        await closeDialogue(dependencies, turn);
        if (outcome.kind === 'refused') return show(saying(refusalText(frame, outcome)));
        const now = await openTurn(dependencies, incoming, turn.tools);
        return show(clusterEnded(now.frame, outcome.value));
      }
    }
  },
};

const clusterIn = ({ frame }: Turn, id: ClusterId): Cluster | null =>
  frame.directory.clusters.find((cluster) => cluster.id === id) ?? null;
