import type { ClusterEnded } from '../../../app/organisation/end-cluster.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { Cluster } from '../../../core/organisation/cluster.ts';
import { clusterById, clustersOn, type Directory, membersOf } from '../../../core/organisation/directory.ts';
import { addDays, type LocalDate } from '../../../core/time/local-date.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { EndClusterForm } from '../../forms/organisation/end-cluster-form.ts';
import type { EndingStep } from '../../forms/organisation/ending-form.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import {
  asLabel,
  bold,
  button,
  cancelling,
  choice,
  entry,
  inRows,
  message,
  paragraph,
  saying,
} from '../message.ts';
import { moment } from '../moment.ts';
import { lastDays } from './unit-ending.ts';

/** Where the units of a cluster may go on: the other clusters, those of its kind first. */
export function clustersOffered(directory: Directory, { id, kind }: Cluster, today: LocalDate): Cluster[] {
  const others = clustersOn(directory, today).filter((one) => one.id !== id && one.validTo === null);
  return [...others.filter((one) => one.kind === kind), ...others.filter((one) => one.kind !== kind)];
}

/** What a step asks of the end of a cluster. */
export function endClusterQuestion(
  frame: Frame,
  cluster: Cluster,
  step: EndingStep,
  form: EndClusterForm,
  offered: readonly Cluster[],
  unfit = false,
): Message {
  const { t, directory } = frame;
  const head = entry([bold(t('clusterEnd.heading', { cluster: cluster.name }))]);
  const again = unfit ? [entry(t(step === 'day' ? 'unit.unfit.day' : 'unit.unfit.check'))] : [];
  const cancel = [cancelling(t)];
  switch (step) {
    case 'day':
      return message(
        [head, ...again, paragraph(t('clusterEnd.lastDay'))],
        [...inRows(lastDays(frame.today).map((day) => choice(fullDate(day), `on-${day}`))), cancel],
      );
    case 'heirs': {
      const count = membersOf(directory, cluster.id, addDays(form.lastOn ?? frame.today, 1)).length;
      return message(
        [head, ...again, paragraph(t('clusterEnd.heir', { count }))],
        [
          ...offered.map(({ name }, index) => [choice(asLabel(name), `c-${index}`)]),
          [choice(t('clusterEnd.noHeir'), 'none'), ...cancel],
        ],
      );
    }
    case 'check': {
      const { heirId } = form;
      const to = fullDate(form.lastOn ?? frame.today);
      const names = heirId === null ? {} : { heir: clusterById(directory, heirId).name };
      const what = heirId === null ? 'clusterEnd.checkNone' : 'clusterEnd.checkHeir';
      return message(
        [
          head,
          paragraph(t('clusterEnd.check', { to })),
          ...t(what, withSecretariat(frame, names))
            .split('\n')
            .map((line) => entry(`• ${line}`)),
          paragraph(t('unit.checkFinal')),
        ],
        [[choice(t('button.confirm'), 'yes'), choice(t('button.back'), 'back')], cancel],
      );
    }
  }
}

/** What became of it, to the secretary who said so. */
export function clusterEnded(
  frame: Frame,
  { cluster, heir, units, groups, orphaned, saidAt }: ClusterEnded,
): Message {
  const { t } = frame;
  const to = fullDate(cluster.validTo ?? frame.today);
  const params = { cluster: cluster.name, to, units, groups, heir: heir?.name ?? '' };
  return message(
    [
      ...(saidAt === null ? [] : [entry(t('unit.saidBefore', moment(frame, saidAt)))]),
      entry(t(heir === null ? 'clusterEnd.ended' : 'clusterEnd.endedInto', params)),
      ...(orphaned === 0 ? [] : [entry(t('unit.orphaned', { count: orphaned }))]),
    ],
    [
      [button(t('unit.takeBack'), { kind: 'cluster_restore', cluster: cluster.id })],
      ...(heir === null
        ? []
        : [
            [
              button(asLabel(heir.name), {
                kind: 'office_cluster',
                cluster: heir.id,
              } as const),
            ],
          ]),
      [button(t('button.back'), { kind: 'offices' })],
    ],
  );
}

/**
 * What has become of a cluster, to the people of its units and those who follow it. `isBack`: its end was taken back.
 */
export function clusterChanged(
  frame: Frame,
  cluster: Cluster,
  heir: Cluster | null,
  isBack: boolean,
): Message {
  const { t } = frame;
  const params = withSecretariat(frame, {
    cluster: cluster.name,
    to: fullDate(cluster.validTo ?? frame.today),
    heir: heir?.name ?? '',
  });
  if (isBack) return saying(t('clusterEnd.toldBack', params));
  return saying(t(heir === null ? 'clusterEnd.toldEnds' : 'clusterEnd.toldEndsInto', params));
}
