import { endCluster } from '../../../app/organisation/end-cluster.ts';
import { EMPTY_CLUSTER_END, stepEndCluster } from '../../forms/organisation/end-cluster-form.ts';
import {
  clusterEnded,
  clustersOffered,
  endClusterQuestion,
} from '../../views/organisation/cluster-change.ts';
import { officeCard } from '../../views/organisation/offices.ts';
import { endingDialogue } from './ending.ts';

/** Its last day, then where its units go on. */
export const clusterEnding = endingDialogue({
  kind: 'cluster_end',
  version: 2,
  empty: EMPTY_CLUSTER_END,
  all: ({ clusters }) => clusters,
  offered: ({ directory, today }, cluster) => clustersOffered(directory, cluster, today),
  question: endClusterQuestion,
  step: stepEndCluster,
  end: (dependencies, request, clusterId, { heirId }, lastOn) =>
    endCluster(dependencies, request, { clusterId, lastOn, heirId }),
  ended: clusterEnded,
  card: officeCard,
});
