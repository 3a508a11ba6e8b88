import type { LocalDate } from '../time/local-date.ts';
import type { Office } from './cluster.ts';
import { clusterById, type Directory } from './directory.ts';
import { withKnownCodes } from './known-codes.ts';
import type { ClusterReading, OrganisationReading, UnitReading } from './organisation-reading.ts';
import { isUnitActive, type Unit } from './unit.ts';

/** What a file about the organisation would add and change, by name. What it does not name stays as it is. */
export interface OrganisationChanges {
  readonly addedUnits: readonly string[];
  readonly changedUnits: readonly ChangedUnit[];
  readonly sameUnits: number;
  readonly addedClusters: readonly string[];
  readonly renamedClusters: readonly string[];
  /** Units that the file does not name, but the clusters that they are in: they leave them. */
  readonly leavingUnits: readonly string[];
  /** Other units that it does not name. */
  readonly untouchedUnits: number;
}

export interface ChangedUnit {
  readonly name: string;
  readonly aspects: readonly UnitAspect[];
}

export type UnitAspect = 'name' | 'kind' | 'cluster' | 'contact';

export function compareOrganisation(
  directory: Directory,
  reading: OrganisationReading,
  today: LocalDate,
): OrganisationChanges {
  const { units, clusters } = withKnownCodes(directory, reading, today);
  const unitOf = (code: string) => directory.units.find((unit) => unit.code === code);
  const clusterNamed = ({ code }: ClusterReading) =>
    directory.clusters.find((cluster) => cluster.code === code);
  const changed = units.flatMap((reading): ChangedUnit[] => {
    const unit = unitOf(reading.code);
    const aspects =
      unit === undefined ? [] : aspectsOf(unit, placeOf(directory, unit, today), reading, clusters);
    return aspects.length === 0 ? [] : [{ name: reading.name, aspects }];
  });
  const added = units.filter(({ code }) => unitOf(code) === undefined).map(({ name }) => name);
  const unnamed = directory.units.filter(
    (unit) => isUnitActive(unit, today) && !units.some(({ code }) => code === unit.code),
  );
  const leaving = unnamed.filter((unit) => isIn(clusters, placeOf(directory, unit, today)));
  return {
    addedUnits: added,
    changedUnits: changed,
    sameUnits: units.length - added.length - changed.length,
    addedClusters: clusters.filter((one) => clusterNamed(one) === undefined).map(({ name }) => name),
    renamedClusters: clusters
      .filter((one) => (clusterNamed(one)?.name ?? one.name) !== one.name)
      .map(({ name }) => name),
    leavingUnits: leaving.map(({ name }) => name),
    untouchedUnits: unnamed.length - leaving.length,
  };
}

export const changesNothing = (changes: OrganisationChanges): boolean =>
  changes.addedUnits.length + changes.changedUnits.length + changes.leavingUnits.length === 0 &&
  changes.addedClusters.length + changes.renamedClusters.length === 0;

function aspectsOf(
  unit: Unit,
  place: Place | null,
  reading: UnitReading,
  clusters: readonly ClusterReading[],
): UnitAspect[] {
  const { membership } = reading;
  const merged = mergedUnit(unit, reading);
  const named = (one: Pick<UnitReading, 'name' | 'aliases'>) => JSON.stringify([one.name, one.aliases]);
  const isMoved =
    membership === null
      ? isIn(clusters, place)
      : membership.cluster !== place?.cluster || membership.office !== place.office;
  return [
    ...(named(unit) === named(merged) ? [] : (['name'] as const)),
    ...(unit.kind === merged.kind ? [] : (['kind'] as const)),
    ...(isMoved ? (['cluster'] as const) : []),
    ...(sameContact(unit.contact, merged.contact) ? [] : (['contact'] as const)),
  ];
}

/** A unit as a file has it: what the file leaves empty stays as it is known. */
export function mergedUnit<Reading extends UnitReading>(known: Unit | null, reading: Reading): Reading {
  if (known === null) return reading;
  const { aliases, kind, contact } = reading;
  return {
    ...reading,
    aliases: aliases.length === 0 ? known.aliases : aliases,
    kind: kind === '' ? known.kind : kind,
    contact: contact ?? known.contact,
  };
}

interface Place {
  readonly cluster: string;
  readonly office: Office;
}

function placeOf(directory: Directory, { id }: Unit, today: LocalDate): Place | null {
  const held = directory.memberships.find(
    (one) => one.unitId === id && one.from <= today && (one.to === null || one.to >= today),
  );
  return held === undefined
    ? null
    : { cluster: clusterById(directory, held.clusterId).code, office: held.office };
}

/** A file says of the clusters that it names who is in them, and nothing of others. */
const isIn = (clusters: readonly ClusterReading[], place: Place | null): boolean =>
  clusters.some(({ code }) => code === place?.cluster);

const sameContact = (one: Unit['contact'], other: UnitReading['contact']): boolean =>
  one === null || other === null
    ? one === other
    : (Object.keys(other) as (keyof typeof other)[]).every((field) => one[field] === other[field]);
