import { addDays, type LocalDate } from '../time/local-date.ts';
import type { Membership } from './cluster.ts';

/**
 * The rows of one cluster once a unit holds an office from a day: what the unit held before ends the day before,
 * whoever else had the office goes on as a member, and when the term ends the unit does too.
 *
 * @param beside units that have the office with it, and keep it
 */
export function withOffice(
  rows: readonly Membership[],
  held: Membership,
  beside: readonly Membership['unitId'][] = [],
): Membership[] {
  const { unitId, office, from } = held;
  const others = rows.flatMap((row): Membership[] => {
    const isReplaced =
      row.unitId === unitId || (office !== 'member' && row.office === office && !beside.includes(row.unitId));
    if (!isReplaced || !reaches(row, from)) return [row];
    const rest = { ...row, office: 'member', from: row.from > from ? row.from : from } as const;
    return [...before(row, from), ...(row.unitId === unitId ? [] : [rest])];
  });
  return inOrder([...others, held, ...afterwards(held, others)]);
}

/** The rows once the office held by a row ends on a day: the unit goes on as a member. */
export function withEnd(rows: readonly Membership[], row: Membership, to: LocalDate): Membership[] {
  const others = rows.filter((one) => one !== row);
  const ended = { ...row, to };
  return inOrder([...others, ended, ...afterwards(ended, others)]);
}

/** The rows once a unit is in the cluster no longer, from the day after its last. */
export const withoutUnit = (
  rows: readonly Membership[],
  unitId: Membership['unitId'],
  last: LocalDate,
): Membership[] =>
  rows.flatMap((row) =>
    row.unitId === unitId && reaches(row, addDays(last, 1)) ? before(row, addDays(last, 1)) : [row],
  );

/** The rows once their cluster is no more, from the day after its last. */
export const endedAfter = (rows: readonly Membership[], last: LocalDate): Membership[] =>
  rows.flatMap((row) => (reaches(row, addDays(last, 1)) ? before(row, addDays(last, 1)) : [row]));

/** An office that ends leaves a member, unless something is known of the unit from then on. */
function afterwards(
  { clusterId, unitId, office, to }: Membership,
  rows: readonly Membership[],
): Membership[] {
  if (office === 'member' || to === null) return [];
  const from = addDays(to, 1);
  const goesOn = rows.some((row) => row.unitId === unitId && reaches(row, from));
  return goesOn ? [] : [{ clusterId, unitId, office: 'member', from, to: null }];
}

/** Whether the row holds on the day or on a later one. */
const reaches = (row: Membership, day: LocalDate): boolean => row.to === null || row.to >= day;

const before = (row: Membership, day: LocalDate): Membership[] =>
  row.from < day ? [{ ...row, to: addDays(day, -1) }] : [];

const inOrder = (rows: readonly Membership[]): Membership[] =>
  rows.toSorted((one, other) => (one.from === other.from ? 0 : one.from < other.from ? -1 : 1));
