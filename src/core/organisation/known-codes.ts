import { foldVietnamese } from '../text/fold.ts';
import type { LocalDate } from '../time/local-date.ts';
import { clustersOn, type Directory } from './directory.ts';
import type { OrganisationReading } from './organisation-reading.ts';
import { isUnitActive, isUnitCalled, type Unit } from './unit.ts';
import { nameWords } from './unit-names.ts';

/**
 * A list that leaves codes out means the units and clusters that are called so: they keep the codes that they have, and
 * are not made a second time under new ones.
 */
export function withKnownCodes(
  directory: Directory,
  { units, clusters }: OrganisationReading,
  today: LocalDate,
): OrganisationReading {
  const active = directory.units.filter((unit) => isUnitActive(unit, today));
  const heads = clusters.map((cluster) => {
    const called = foldVietnamese(cluster.name);
    const known = clustersOn(directory, today).find(({ name }) => foldVietnamese(name) === called);
    return { cluster, known: cluster.codeMade ? known : undefined };
  });
  const codes = new Map(heads.map(({ cluster, known }) => [cluster.code, known?.code ?? cluster.code]));
  return {
    clusters: heads.map(({ cluster, known }) => ({ ...cluster, ...namedAs(known) })),
    units: units.map((unit) => {
      const known = unit.codeMade ? unitCalled(active, unit.name) : undefined;
      const { membership } = unit;
      const cluster = membership === null ? undefined : codes.get(membership.cluster);
      return {
        ...unit,
        ...namedAs(known),
        membership: membership === null || cluster === undefined ? membership : { ...membership, cluster },
      };
    }),
  };
}

/** The unit of that name, or the only one that an abbreviation of it means: "UBND P. Điện Biên". */
function unitCalled(units: readonly Unit[], name: string): Unit | undefined {
  const words = nameWords(name).join(' ');
  const [meant, another] = units.filter((unit) =>
    [unit.name, ...unit.aliases].some((one) => nameWords(one).join(' ') === words),
  );
  return units.find((unit) => isUnitCalled(unit, name)) ?? (another === undefined ? meant : undefined);
}

/** Called by another of its names, it is not renamed by that. */
const namedAs = (known: { readonly code: string; readonly name: string } | undefined) =>
  known === undefined ? {} : { code: known.code, name: known.name };
