import type { UnitId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { Chat } from '../../core/organisation/chat.ts';
import type { Cluster } from '../../core/organisation/cluster.ts';
import { clusterOf, type Directory, groupsOf, officeHolders } from '../../core/organisation/directory.ts';
import type { HandOver } from '../../core/organisation/hand-over.ts';
import { addMonths, type LocalDate } from '../../core/time/local-date.ts';
import { isOpen } from '../../core/work/work-state.ts';
import type { Report } from '../ports/report-repository.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';

/** What passes with a duty or an office, as it stands now. */
export interface HandOverSheet {
  /** Open work, by day; standing tasks last. */
  readonly open: readonly Obligation[];
  readonly groups: readonly Chat[];
  /** The latest reports with a document, a file or a link on work of the last year, most of it done. */
  readonly documents: readonly Report[];
  readonly extensions: number;
}

/** How far ahead open work is worth saying, the rest comes by the plan; and how far back what was sent. */
const MONTHS_SHOWN = 13;
const DOCUMENTS = 5;

export async function handOverSheet(
  read: ReadModel,
  directory: Directory,
  handOver: HandOver,
  today: LocalDate,
): Promise<HandOverSheet> {
  const clusterIds = clustersOf(directory, handOver, today);
  const all = await read.obligations.ofOwners(ownersOf(directory, handOver, today));
  const [early, far] = [addMonths(today, -MONTHS_SHOWN), addMonths(today, MONTHS_SHOWN)];
  const near = all.filter(({ dueOn }) => dueOn !== null && dueOn <= far);
  const open = near.filter(({ state }) => isOpen(state));
  const ids = new Set(all.map(({ id }) => id));
  const recent = near.filter(({ dueOn, state }) => isOpen(state) || (dueOn !== null && dueOn >= early));
  const reports = await read.reports.ofAll(recent.map(({ id }) => id));
  const pending = await read.extensions.pending();
  return {
    open,
    groups: clusterIds.flatMap((id) => groupsOf(directory, id)),
    documents: reports
      .filter(({ evidence }) => evidence !== null && evidence.kind !== 'nothing')
      .slice(0, DOCUMENTS),
    extensions: pending.filter(({ obligationId }) => ids.has(obligationId)).length,
  };
}

/** Owners of the work that passes. The secretariat keeps what is everybody's; only its own unit's is listed. */
function ownersOf(directory: Directory, { what }: HandOver, today: LocalDate): string[] {
  if (what.kind === 'office') return [what.clusterId];
  if (what.role === 'council_member') return [what.giver];
  if (what.unitId === null) return [];
  return [what.unitId, ...headedBy(directory, what.unitId, today)];
}

function clustersOf(directory: Directory, { what }: HandOver, today: LocalDate): Cluster['id'][] {
  if (what.clusterId !== null) return [what.clusterId];
  if (what.kind === 'role' && (what.role === 'secretariat' || what.role === 'approver')) {
    return directory.clusters.map(({ id }) => id);
  }
  const unitId = what.kind === 'role' ? what.unitId : what.taker;
  const cluster = unitId === null ? null : clusterOf(directory, unitId, today);
  return cluster === null ? [] : [cluster.id];
}

const headedBy = (directory: Directory, unitId: UnitId, today: LocalDate): Cluster['id'][] =>
  directory.clusters
    .filter(({ id }) => officeHolders(directory, id, 'lead', today).some((unit) => unit.id === unitId))
    .map(({ id }) => id);
