import type { ClusterId, UnitId } from '../core/id.ts';
import type { Membership } from '../core/organisation/cluster.ts';
import type { OrganisationReading, UnitRow } from '../core/organisation/organisation-reading.ts';
import type { Dependencies } from './dependencies.ts';
import type { Transaction } from './ports/transaction.ts';
import { rollForward } from './roll-forward.ts';
import { dayAt } from './today.ts';

export interface OrganisationImported {
  readonly units: number;
  readonly clusters: number;
}

/**
 * Takes the units, clusters and offices of a file over: known codes keep their ids and are renamed, new ones are
 * added; units and clusters that the file does not name stay as they are. Offices of a named cluster become those
 * of the file, from today on where they changed.
 */
export async function importOrganisation(
  { unitOfWork, clock, ids }: Dependencies,
  reading: OrganisationReading,
): Promise<OrganisationImported> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const today = dayAt(at, directory);
    const unitIds = new Map<string, UnitId>(directory.units.map(({ code, id }) => [code, id]));
    const clusterIds = new Map<string, ClusterId>(directory.clusters.map(({ code, id }) => [code, id]));
    for (const row of reading.units) {
      const id = unitIds.get(row.code) ?? ids.next<'unit'>();
      unitIds.set(row.code, id);
      const known = directory.units.find((unit) => unit.id === id);
      await tx.organisation.saveUnit({
        ...(known ?? { aliases: [], parentId: null, validFrom: null, validTo: null, successorIds: [] }),
        id,
        code: row.code,
        name: row.name,
        kind: row.kind,
        contact: row.contact,
      });
    }
    const clusters = byCluster(reading.units);
    for (const [code, rows] of clusters) {
      const id = clusterIds.get(code) ?? ids.next<'cluster'>();
      const { name, kind } = rows[0].cluster;
      await ensureKind(
        tx,
        kind,
        directory.clusterKinds.map((known) => known.code),
      );
      const known = directory.clusters.find((cluster) => cluster.id === id);
      await tx.organisation.saveCluster({
        ...(known ?? { validFrom: null, validTo: null }),
        id,
        code,
        name,
        kind,
      });
      const memberships = rows.flatMap((row): Membership[] => {
        const unitId = unitIds.get(row.code);
        if (unitId === undefined) return [];
        const { office } = row.cluster;
        const held = directory.memberships.find(
          (one) => one.clusterId === id && one.unitId === unitId && one.office === office && one.to === null,
        );
        return [held ?? { clusterId: id, unitId, office, from: today, to: null }];
      });
      await tx.organisation.replaceMemberships(id, memberships);
    }
    await rollForward(tx, ids, at);
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      personId: null,
      chatId: null,
      action: 'organisation.imported',
      subject: 'organisation',
      before: { units: directory.units.length },
      after: { units: unitIds.size },
    });
    return { units: reading.units.length, clusters: clusters.size };
  });
}

type InCluster = UnitRow & { readonly cluster: NonNullable<UnitRow['cluster']> };

function byCluster(rows: readonly UnitRow[]): Map<string, [InCluster, ...InCluster[]]> {
  const clusters = new Map<string, [InCluster, ...InCluster[]]>();
  for (const row of rows) {
    if (row.cluster === null) continue;
    const member = { ...row, cluster: row.cluster };
    const members = clusters.get(row.cluster.code);
    if (members === undefined) clusters.set(row.cluster.code, [member]);
    else members.push(member);
  }
  return clusters;
}

/** A kind that the office names for the first time goes by the calendar year until somebody says otherwise. */
async function ensureKind(tx: Transaction, code: string, known: readonly string[]): Promise<void> {
  if (known.includes(code)) return;
  await tx.organisation.saveClusterKind({ code, names: { vi: code, en: code }, calendar: 'calendar_year' });
}
