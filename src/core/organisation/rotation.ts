import type { UnitId } from '../id.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import type { Cluster, ClusterKind, Membership } from './cluster.ts';
import { type Directory, isInForce, membersOf, officeHolders } from './directory.ts';
import { withEnd } from './offices.ts';
import { ASKED_DAYS_BEFORE, proposedEnd } from './term.ts';

/** A cluster of which nobody knows who heads it from a day on. */
export interface Vacancy {
  readonly cluster: Cluster;
  /** The first day without a head; it may be long past. */
  readonly from: LocalDate;
  /** Who headed it, and who was deputy, until then. */
  readonly heads: readonly UnitId[];
  readonly deputies: readonly UnitId[];
}

export const calendarOf = (directory: Directory, { kind }: Cluster): ClusterKind['calendar'] =>
  directory.clusterKinds.find(({ code }) => code === kind)?.calendar ?? 'calendar_year';

/** Null while a head is known for long enough, and for clusters that never had one, or have no members any more. */
export function vacancyOf(directory: Directory, cluster: Cluster, today: LocalDate): Vacancy | null {
  if (!isInForce(cluster, today) || membersOf(directory, cluster.id, today).length === 0) return null;
  const heads = directory.memberships.filter((row) => row.clusterId === cluster.id && row.office === 'lead');
  if (heads.length === 0 || heads.some(({ to }) => to === null)) return null;
  const last = heads.reduce<LocalDate | null>(
    (day, { to }) => (to !== null && (day === null || day < to) ? to : day),
    null,
  );
  if (last === null || addDays(last, 1 - ASKED_DAYS_BEFORE) > today) return null;
  if (cluster.validTo !== null && cluster.validTo <= last) return null;
  const holding = (office: Membership['office']) =>
    officeHolders(directory, cluster.id, office, last).map(({ id }) => id);
  return { cluster, from: addDays(last, 1), heads: holding('lead'), deputies: holding('deputy') };
}

/** The first day from which nobody is deputy any more, once it is near; null where there never was one. */
export function deputyMissingFrom(
  { memberships }: Directory,
  clusterId: Cluster['id'],
  today: LocalDate,
): LocalDate | null {
  const ends = memberships.flatMap((row) =>
    row.clusterId === clusterId && row.office === 'deputy' ? [row.to] : [],
  );
  if (ends.length === 0 || ends.includes(null)) return null;
  const last = ends.reduce((one, other) => (one !== null && other !== null && one > other ? one : other));
  if (last === null) return null;
  return addDays(last, 1 - ASKED_DAYS_BEFORE) > today ? null : addDays(last, 1);
}

export const vacanciesOf = (directory: Directory, today: LocalDate): Vacancy[] =>
  directory.clusters.flatMap((cluster) => vacancyOf(directory, cluster, today) ?? []);

/**
 * The cluster's rows with an end to every office that has none and whose term runs out: offices rotate yearly, and
 * nobody holds one for longer than was said. Null where nothing changes. What ran out unseen ends yesterday.
 */
export function withEndedTerms(
  directory: Directory,
  cluster: Cluster,
  today: LocalDate,
): Membership[] | null {
  const rows = directory.memberships.filter(({ clusterId }) => clusterId === cluster.id);
  const calendar = calendarOf(directory, cluster);
  const yesterday = addDays(today, -1);
  const open = rows.flatMap((row) => {
    if (row.office === 'member' || row.to !== null) return [];
    const end = proposedEnd(row.from, calendar);
    return addDays(end, -ASKED_DAYS_BEFORE) < today ? [{ row, end: end < yesterday ? yesterday : end }] : [];
  });
  if (open.length === 0) return null;
  return open.reduce<Membership[]>((changed, { row, end }) => withEnd(changed, row, end), rows);
}
