import type { Office } from '../../core/organisation/cluster.ts';
import { nameWords } from '../../core/organisation/unit-names.ts';
import { startsParty } from '../../core/plan/party-words.ts';
import type { ClusterWords } from './clusters-of-rows.ts';
import type { OrganisationRow } from './list-rows.ts';
import { officeOf } from './offices.ts';
import type { ReportOddity } from './organisation-reading.ts';

/** A unit as a list names it. */
export interface Listed {
  readonly row: OrganisationRow;
  readonly cluster: ClusterWords;
  /** Empty for a row without. */
  readonly name: string;
  /** In the list's own words; empty where it says none. */
  readonly office: string;
  readonly sort: /** Among the units. */
    | 'unit'
    /** One of several of its row, of whom the row says nothing else. */
    | 'one_of_row'
    /** Beside the units, as who holds an office. */
    | 'holder'
    /** No unit, but a cluster over its units. */
    | 'title';
}

/**
 * The units, each once, with the offices that were written beside them. `byOrder` are those of the first units of each
 * cluster of which nothing else is said.
 */
export function withOffices(
  listed: readonly Listed[],
  byOrder: readonly Office[],
  report: ReportOddity,
): Listed[] {
  const held = new Map<string, Listed>();
  for (const one of listed) {
    if (one.sort === 'holder' && isMember(held.get(keyOf(one))?.office ?? '')) held.set(keyOf(one), one);
  }
  const named = new Set(listed.filter(({ sort }) => sort !== 'holder').map(keyOf));
  const hasUnits = listed.some(({ sort }) => sort === 'unit' || sort === 'one_of_row');
  const units = listed.flatMap((one): Listed[] => {
    if (one.sort !== 'holder') {
      const holder = isMember(one.office) ? held.get(keyOf(one)) : undefined;
      return [{ ...one, office: holder?.office ?? one.office }];
    }
    if (named.has(keyOf(one)) || held.get(keyOf(one)) !== one) return [];
    if (!isPerson(one.name) && (!hasUnits || startsParty(one.name))) return [one];
    report('ORG_HOLDER_UNKNOWN', one.row.row, one.name);
    return [];
  });
  return inOrder(units, byOrder);
}

/** Words that give a unit no office. */
const isMember = (office: string): boolean => office === '' || officeOf(office) === 'member';

/** One name in one cluster, however it is spelt. */
const keyOf = ({ cluster, name }: Listed): string =>
  [cluster.cluster || cluster.cluster_name, name].map((words) => nameWords(words).join(' ')).join('\n');

/** "Ông Nguyễn Văn A, Chủ tịch UBND phường": who holds the office for a unit. */
const isPerson = (name: string): boolean =>
  /^(đồng chí|đ\/c|ông|bà|thầy|cô|chủ tịch|hiệu trưởng|giám đốc|trưởng phòng)(\s|$)/iu.test(name);

function inOrder(units: readonly Listed[], byOrder: readonly Office[]): Listed[] {
  const clusterOf = ({ cluster }: Listed): string => cluster.cluster || cluster.cluster_name;
  const said = new Set(units.filter(({ office }) => !isMember(office)).map(clusterOf));
  const counts = new Map<string, number>();
  return units.map((unit) => {
    const cluster = clusterOf(unit);
    if (said.has(cluster) || cluster === '' || unit.sort === 'title') return unit;
    const at = counts.get(cluster) ?? 0;
    counts.set(cluster, at + 1);
    return { ...unit, office: byOrder[at] ?? unit.office };
  });
}
