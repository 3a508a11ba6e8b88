import type { ChatId, ClusterId, ObligationId, UnitId } from '../../core/id.ts';
import type { Membership } from '../../core/organisation/cluster.ts';
import type { Appointment } from '../../core/organisation/person.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import type { EndedWork } from './ended-work.ts';

export const CLUSTER_ENDED = 'cluster.ended';

/** What the end of a cluster changed, as it was: the way back. */
export interface BeforeClusterEnd {
  readonly places: readonly Membership[];
  readonly people: readonly Appointment[];
  readonly work: readonly EndedWork[];
}

export interface AfterClusterEnd {
  readonly to: LocalDate;
  readonly heirId: ClusterId | null;
  readonly units: readonly UnitId[];
  readonly inherited: readonly ObligationId[];
  readonly groups: readonly ChatId[];
  readonly bound: number;
  readonly orphaned: number;
}

/** What was last said of the end of the cluster; null where nothing was. */
export async function clusterEndingOf(
  { audit }: Pick<ReadModel, 'audit'>,
  clusterId: ClusterId,
): Promise<(AfterClusterEnd & { readonly at: Instant; readonly before: BeforeClusterEnd }) | null> {
  const said = await audit.latest(clusterId, [CLUSTER_ENDED]);
  return said === null
    ? null
    : { ...(said.after as AfterClusterEnd), at: said.at, before: said.before as BeforeClusterEnd };
}
