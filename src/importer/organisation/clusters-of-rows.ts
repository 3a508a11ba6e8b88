import type { Office } from '../../core/organisation/cluster.ts';
import { clusterTitle, headsNamed, type OrganisationRow, type OrganisationTable } from './list-rows.ts';
import { type NamedUnit, unitNamed, unitsNamed } from './offices.ts';
import { folded } from './table-headings.ts';

export interface ClusterWords {
  /** Its code; empty where the list gives none. */
  readonly cluster: string;
  readonly cluster_name: string;
}

export interface RowOfCluster {
  readonly row: OrganisationRow;
  readonly cluster: ClusterWords;
  /** It says nothing but the cluster of those below, and perhaps who heads it. */
  readonly isTitle: boolean;
  readonly heads: readonly NamedUnit[];
  /** That of the row's unit, beside the cluster: "Cụm 1 (Cụm trưởng)". */
  readonly office: Office | null;
}

const NONE: ClusterWords = { cluster: '', cluster_name: '' };

/** Each row with its cluster: beside it, or once over its units, or over the whole table. */
export function clustersOfRows(table: OrganisationTable): RowOfCluster[] {
  const over = hasColumn(table) ? [] : titlesOver(table);
  const rows = [...over, ...table.rows].map((row): RowOfCluster => {
    const title = clusterTitle(row);
    const heads = headsNamed(row);
    if (title !== null) return { row, isTitle: true, office: null, ...headsIn(title) };
    if (heads.length > 0) return { row, isTitle: true, office: null, cluster: NONE, heads };
    return { row, isTitle: false, heads, ...besides(row, table) };
  });
  if (!goDown(rows)) return rows;
  let above = NONE;
  return rows.map((one) => {
    const { row, cluster, isTitle } = one;
    const isNamed = nameOf(cluster) !== '';
    if (isNamed) above = cluster;
    const isBare = row.value('unit') + row.value('unit_name') === '';
    return { ...one, cluster: above, isTitle: isTitle || (isNamed && isBare) };
  });
}

/** The title nearest over the headings, with the heads between. */
function titlesOver({ above }: OrganisationTable): OrganisationRow[] {
  const at = above.findIndex((row) => headsNamed(row).length === 0);
  const title = above[at];
  return title === undefined || clusterTitle(title) === null ? [] : above.slice(0, at + 1).reverse();
}

/** "CỤM THI ĐUA SỐ 1 (Cụm trưởng: UBND xã Ba Vì)". */
function headsIn(title: string): Pick<RowOfCluster, 'cluster' | 'heads'> {
  const [, name = title, beside = ''] = /^(.+?)\s*[(–-]\s*([^()]+)\)?$/u.exec(title) ?? [];
  const heads = unitsNamed(beside).filter(({ office }) => office !== null);
  return { cluster: { cluster: '', cluster_name: heads.length === 0 ? title : name }, heads };
}

const hasColumn = ({ places }: OrganisationTable): boolean =>
  places.has('cluster') || places.has('cluster_name');

const nameOf = ({ cluster, cluster_name }: ClusterWords): string => cluster || cluster_name;

const BARE_NUMBER = /^(\d{1,2}|[ivx]+)$/i;

/** A mere number is called after its column: "Cụm 1". */
function besides(
  row: OrganisationRow,
  { labels, places }: OrganisationTable,
): Pick<RowOfCluster, 'cluster' | 'office'> {
  const { name, office } = unitNamed(row.value('cluster_name'));
  const cluster = row.value('cluster');
  const column = folded(labels[places.get('cluster_name') ?? -1] ?? '');
  const [, kind] = /(cum|khoi)/.exec(column) ?? [];
  const isNumber = cluster === '' && kind !== undefined && BARE_NUMBER.test(name);
  return {
    cluster: { cluster, cluster_name: isNumber ? `${kind === 'cum' ? 'Cụm' : 'Khối'} ${name}` : name },
    office,
  };
}

/** Whether each cluster is written once a page, in or over the first row of its own: those below are in it too. */
function goDown(rows: readonly RowOfCluster[]): boolean {
  const named = rows.map(({ cluster }) => nameOf(cluster));
  const isRepeated = named.some((name, at) => name !== '' && name === named[at + 1]);
  return !isRepeated && rows.length >= 2 * named.filter((name) => name !== '').length;
}
