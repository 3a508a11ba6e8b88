import type { ClusterId, UnitId } from '../../core/id.ts';
import type { Membership } from '../../core/organisation/cluster.ts';
import { mergedUnit } from '../../core/organisation/compare-organisation.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import { withKnownCodes } from '../../core/organisation/known-codes.ts';
import type {
  ClusterReading,
  OrganisationReading,
  UnitReading,
} from '../../core/organisation/organisation-reading.ts';
import { calledFrom, NEW_UNIT } from '../../core/organisation/unit.ts';
import { toneOfWords } from '../../core/organisation/unit-tone.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies } from '../dependencies.ts';
import { rollForward } from '../plan/roll-forward.ts';
import type { AuditEntry } from '../ports/audit-log.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { beginTrialByItself } from '../trial/begin-trial.ts';
import { noteOf } from '../use-case.ts';

/**
 * Takes the units, clusters and offices of a file over: known codes keep their ids and are renamed, new ones are
 * added; units and clusters that the file does not name stay as they are. Offices of a named cluster become those
 * of the file, from today on where they changed.
 */
export async function importOrganisation(
  { unitOfWork, clock, ids }: Dependencies,
  reading: OrganisationReading,
  by: Pick<AuditEntry, 'personId' | 'chatId'> = { personId: null, chatId: null },
): Promise<void> {
  const at = clock.now();
  await unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const today = dayAt(at, directory);
    const { units, clusters } = withKnownCodes(directory, reading, today);
    const unitIds = new Map<string, UnitId>(directory.units.map(({ code, id }) => [code, id]));
    for (const unit of units) {
      const id = unitIds.get(unit.code) ?? ids.next<'unit'>();
      unitIds.set(unit.code, id);
      await saveUnit(tx, directory, id, unit, today);
    }
    for (const cluster of clusters) {
      const id = await saveCluster(tx, directory, ids, cluster);
      const before = directory.memberships.filter((one) => one.clusterId === id);
      const present = units.flatMap(({ code, membership }): Membership[] => {
        const unitId = unitIds.get(code);
        if (unitId === undefined || membership?.cluster !== cluster.code) return [];
        const { office } = membership;
        const held = before.find(
          (one) => one.unitId === unitId && one.office === office && isHeldOn(one, today),
        );
        return [held ?? { clusterId: id, unitId, office, from: today, to: null }];
      });
      await tx.organisation.replaceMemberships(id, [...ended(before, present, today), ...present]);
    }
    await leaveClusters(tx, directory, { units, clusters }, today);
    await rollForward(tx, at);
    if (directory.units.length === 0) await beginTrialByItself(tx, ids, at);
    const note = noteOf(tx, ids, at, by);
    await note({
      action: 'organisation.imported',
      subject: 'organisation',
      before: { units: directory.units.length, clusters: directory.clusters.length },
      after: { units: units.length, clusters: clusters.length },
    });
  });
}

/** Units that the file places elsewhere leave the clusters that it does not name. */
async function leaveClusters(
  tx: Transaction,
  directory: Directory,
  { units, clusters }: OrganisationReading,
  today: LocalDate,
): Promise<void> {
  const placed = new Set(units.filter(({ membership }) => membership !== null).map(({ code }) => code));
  const moved = new Set(directory.units.filter(({ code }) => placed.has(code)).map(({ id }) => id));
  for (const { id, code } of directory.clusters) {
    if (clusters.some((named) => named.code === code)) continue;
    const before = directory.memberships.filter((one) => one.clusterId === id);
    const present = before.filter((one) => !isHeldOn(one, today) || !moved.has(one.unitId));
    if (present.length === before.length) continue;
    await tx.organisation.replaceMemberships(id, [...ended(before, present, today), ...present]);
  }
}

async function saveUnit(
  tx: Transaction,
  directory: Directory,
  id: UnitId,
  unit: UnitReading,
  today: LocalDate,
): Promise<void> {
  const known = directory.units.find((one) => one.id === id);
  const { code, name, aliases, kind, contact } = mergedUnit(known ?? null, unit);
  const tone = toneOfWords(unit.tone ?? '');
  await tx.organisation.saveUnit({
    ...(known === undefined ? NEW_UNIT : calledFrom(known, name, today)),
    id,
    code,
    name,
    aliases,
    kind,
    contact,
    ...(tone === null ? {} : { tone }),
  });
}

async function saveCluster(
  tx: Transaction,
  directory: Directory,
  ids: IdSource,
  { code, name, kind: read, kindMade = false }: ClusterReading,
): Promise<ClusterId> {
  const known = directory.clusters.find((cluster) => cluster.code === code);
  const kind = kindMade ? (known?.kind ?? read) : read;
  // A kind that the office names for the first time goes by the calendar year until somebody says otherwise.
  if (!directory.clusterKinds.some((one) => one.code === kind)) {
    await tx.organisation.saveClusterKind({
      code: kind,
      names: { vi: kind, en: kind },
      calendar: 'calendar_year',
    });
  }
  const cluster = {
    ...(known ?? { id: ids.next<'cluster'>(), validFrom: null, validTo: null }),
    code,
    name,
    kind,
  };
  await tx.organisation.saveCluster(cluster);
  return cluster.id;
}

/** The offices of the past, with those that end by this file: history stays readable. */
function ended(
  before: readonly Membership[],
  present: readonly Membership[],
  today: LocalDate,
): Membership[] {
  return before
    .filter((one) => !present.includes(one))
    .map((one) => (isHeldOn(one, today) ? { ...one, to: addDays(today, -1) } : one))
    .filter((one) => one.to === null || one.from <= one.to);
}

/** What was named to begin later is left as it is. */
const isHeldOn = ({ from, to }: Membership, today: LocalDate): boolean =>
  from <= today && (to === null || to >= today);
