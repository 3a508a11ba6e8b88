import type { ClusterId, UnitId } from '../../core/id.ts';
import type { Membership } from '../../core/organisation/cluster.ts';
import { clusterById, type Directory, membersOf } from '../../core/organisation/directory.ts';
import type { RotatingOffice } from '../../core/organisation/hand-over.ts';
import { withOffice } from '../../core/organisation/offices.ts';
import { calendarOf, vacancyOf } from '../../core/organisation/rotation.ts';
import { proposedEnd } from '../../core/organisation/term.ts';
import { addDays, daysBetween, type LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { type UseCase, whoMay } from '../use-case.ts';
import { beginHandOver, tellOffice } from './pass-on.ts';

/** A unit holds an office in a cluster from a day on. */
export interface OfficeNaming {
  readonly clusterId: ClusterId;
  readonly unitId: UnitId;
  readonly office: RotatingOffice;
  readonly from: LocalDate;
}

export interface OfficeNamed extends OfficeNaming {
  /** Null where offices do not rotate. */
  readonly to: LocalDate | null;
  /** Who had it the day before. */
  readonly before: readonly UnitId[];
  /** False where it was named so before. */
  readonly changed: boolean;
}

/** A head is named for now or for the next term: a day beyond it is a slip. */
const FARTHEST_DAYS = 400;

/**
 * The secretariat says who heads a cluster, or is deputy: whoever had the office goes on as a member, the units hear
 * of it, and both sides get the sheet of the hand-over. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY,
 * CLUSTER_UNKNOWN, OFFICE_DAY, OFFICE_NOT_MEMBER.
 */
export async function nameOffice(
  dependencies: Dependencies,
  request: Request,
  wanted: OfficeNaming,
): Promise<Outcome<OfficeNamed>> {
  return whoMay('office.name', dependencies, request, async (useCase) => {
    const { today, directory } = useCase;
    if (!directory.clusters.some(({ id }) => id === wanted.clusterId)) return refuse('CLUSTER_UNKNOWN');
    if (Math.abs(daysBetween(today, wanted.from)) > FARTHEST_DAYS) return refuse('OFFICE_DAY');
    if (!membersOf(directory, wanted.clusterId, wanted.from).some(({ id }) => id === wanted.unitId)) {
      return refuse('OFFICE_NOT_MEMBER');
    }
    return done(await name(useCase, directory, wanted));
  });
}

/**
 * The secretariat says that head and deputies stay for another term. Refused as above, and OFFICE_NOT_VACANT where it
 * is known already who comes next.
 */
export async function keepOffices(
  dependencies: Dependencies,
  request: Request,
  clusterId: ClusterId,
): Promise<Outcome<readonly OfficeNamed[]>> {
  return whoMay('office.name', dependencies, request, async (useCase) => {
    const { tx, today, directory } = useCase;
    const cluster = directory.clusters.find(({ id }) => id === clusterId);
    if (cluster === undefined) return refuse('CLUSTER_UNKNOWN');
    const vacancy = vacancyOf(directory, cluster, today);
    if (vacancy === null) return refuse('OFFICE_NOT_VACANT');
    const { from, heads, deputies } = vacancy;
    const kept = [
      ...heads.map((unitId) => ({ clusterId, unitId, office: 'lead' as const, from })),
      ...deputies.map((unitId) => ({ clusterId, unitId, office: 'deputy' as const, from })),
    ];
    const named: OfficeNamed[] = [];
    for (const one of kept) {
      const now = await tx.organisation.directory();
      const beside = one.office === 'lead' ? heads : deputies;
      named.push(await name(useCase, now, one, beside));
    }
    return done(named);
  });
}

async function name(
  useCase: UseCase,
  directory: Directory,
  wanted: OfficeNaming,
  beside: readonly UnitId[] = [],
): Promise<OfficeNamed> {
  const { tx, note } = useCase;
  const { clusterId, unitId, office, from } = wanted;
  const cluster = clusterById(directory, clusterId);
  const to =
    directory.settings.rotation === 'none' ? null : proposedEnd(from, calendarOf(directory, cluster));
  const rows = directory.memberships.filter((row) => row.clusterId === clusterId);
  const held: Membership = { clusterId, unitId, office, from, to };
  const before = lastHolders(rows, office, from);
  const isKnown = rows.some(
    (row) => row.unitId === unitId && row.office === office && row.from === from && row.to === to,
  );
  const displaced = rows.filter(
    (row) =>
      row.unitId !== unitId &&
      !beside.includes(row.unitId) &&
      row.office === office &&
      (row.to === null || row.to >= from),
  );
  if (isKnown && displaced.length === 0) return { ...wanted, to, before, changed: false };
  await tx.organisation.replaceMemberships(clusterId, withOffice(rows, held, beside));
  await note({
    action: 'office.named',
    subject: clusterId,
    before: { office, units: before },
    after: { office, unit: unitId, from, to },
  });
  const giver = before.find((id) => id !== unitId);
  if (giver === undefined || office === 'deputy' || before.includes(unitId)) {
    await tellOffice(useCase, held, [unitId, ...before]);
  } else {
    const what = { kind: 'office', office, clusterId, giver, taker: unitId } as const;
    await beginHandOver(useCase, what, from);
  }
  // Whoever was named before them has been told that it would be theirs.
  const others = displaced.map((row) => row.unitId).filter((id) => !before.includes(id));
  await tellOffice(useCase, held, others);
  return { ...wanted, to, before, changed: true };
}

/** Whoever had the office on the day before, or last. */
function lastHolders(rows: readonly Membership[], office: RotatingOffice, from: LocalDate): UnitId[] {
  const past = rows.filter((row) => row.office === office && row.from < from);
  const cut = past.map((row) => (row.to === null || row.to >= from ? addDays(from, -1) : row.to));
  const last = cut.reduce<LocalDate | null>((day, to) => (day === null || day < to ? to : day), null);
  return [...new Set(past.filter((_, index) => cut[index] === last).map((row) => row.unitId))];
}
