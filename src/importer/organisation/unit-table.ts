import type { Document } from '../document.ts';
import { clustersOfRows, type RowOfCluster } from './clusters-of-rows.ts';
import { clusterTitle, isHeadingAgain, type OrganisationTable, remarksAmong } from './list-rows.ts';
import { officeReader } from './office-columns.ts';
import { countOfUnits, type NamedUnit, officeOf, officesByOrder, unitNamed, unitsNamed } from './offices.ts';
import { ORGANISATION_COLUMNS, type OrganisationColumn } from './organisation-columns.ts';
import type { ReportOddity } from './organisation-reading.ts';
import { readNamedTables } from './table-columns.ts';
import { type Listed, withOffices } from './with-offices.ts';

type Values = Readonly<Partial<Record<OrganisationColumn, string>>>;

/**
 * One row a unit, whichever way the file has them: its cluster beside it, or written over its units, its table or its
 * column; its office in words, by a cross in the column of that office, by its place in the order; or one row a cluster,
 * its units in one cell or under their offices. Null where there are none.
 */
export function readUnitRows(document: Document, report: ReportOddity): readonly UnitRow[] | null {
  for (const { isWanted, listed } of SHAPES) {
    const tables = readNamedTables(document, ORGANISATION_COLUMNS, isWanted);
    const told: Parameters<ReportOddity>[] = [];
    const tell: ReportOddity = (...oddity) => told.push(oddity);
    const found = tables.flatMap((table) => listed(withoutRemarks(table, tell), tell));
    // A template without units is none, and no other file.
    if (!found.some(({ name }) => name !== '') && !tables.some(({ places }) => places.has('unit_name')))
      continue;
    const byOrder =
      textsOf(document)
        .map(officesByOrder)
        .find((offices) => offices.length > 0) ?? [];
    const units = withOffices(found, byOrder, tell).map(unitRow);
    for (const oddity of told) report(...oddity);
    tellUnread(document, tables, report);
    return units;
  }
  return null;
}

/** Sheets without units; rows of the others that the workbook hides, which are read all the same. */
function tellUnread({ blocks }: Document, tables: readonly OrganisationTable[], report: ReportOddity): void {
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.hidden === true) continue;
    const table = tables.find((one) => one.block === block);
    const hidden = table?.rows.filter(({ row }) => block.hiddenRows?.has(block.rows[row - 1] ?? [])) ?? [];
    const [first] = hidden;
    if (first !== undefined) report('ORG_ROWS_HIDDEN', first.row, hidden.map(({ row }) => row).join(', '));
    if (table === undefined && block.name !== undefined && block.rows.length > 1) {
      report('ORG_SHEET_PASSED_OVER', 1, block.name);
    }
  }
}

interface Shape {
  readonly isWanted: (places: ReadonlyMap<OrganisationColumn, number>, labels: readonly string[]) => boolean;
  readonly listed: (table: OrganisationTable, report: ReportOddity) => Listed[];
}

const SHAPES: readonly Shape[] = [
  {
    isWanted: (places, labels) =>
      places.has('unit_name') || (places.has('cluster_name') && new Set(labels).size > 1),
    listed: unitsBelow,
  },
  { isWanted: (_, labels) => clustersAcross(labels).length > 1, listed: unitsUnderClusters },
];

const textsOf = ({ blocks }: Document): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.flatMap((row) => [...new Set(row.flatMap(({ lines }) => lines))]),
  );

function withoutRemarks(table: OrganisationTable, report: ReportOddity): OrganisationTable {
  const own = { ...table, rows: table.rows.filter((row) => !isHeadingAgain(row, table)) };
  const remarks = remarksAmong(own);
  for (const { row, cells } of remarks) {
    report('ORG_ROW_PASSED_OVER', row, [...new Set(cells)].filter((cell) => cell !== '').join(' '));
  }
  return { ...own, rows: own.rows.filter((row) => !remarks.has(row)) };
}

/** Each row with its cluster; its unit, or those of the whole cluster. */
function unitsBelow(table: OrganisationTable, report: ReportOddity): Listed[] {
  const rows = clustersOfRows(table);
  const at = table.places.get('unit_name') ?? -1;
  const units = rows.filter(({ isTitle }) => !isTitle);
  const isByCluster = at === -1 || areByCluster(units, at);
  const offices = officeReader({ ...table, rows: units.map(({ row }) => row) }, isByCluster, report);
  return rows.flatMap(({ row, cluster, isTitle, heads, office: beside }): Listed[] => {
    const of = { row, cluster };
    const holders = (isTitle ? heads : offices.holders(row)).map((one) => ({
      ...of,
      ...said(one),
      sort: 'holder' as const,
    }));
    if (isTitle) return [{ ...of, name: '', office: '', sort: 'title' }, ...holders];
    const words = row.cells[at] ?? '';
    const own = isByCluster ? unitsNamed(words) : [unitNamed(words)];
    if (!isByCluster && countOfUnits(words) > 1) report('ORG_UNIT_SEVERAL', row.row, own[0]?.name ?? '');
    return [
      ...holders,
      ...own.map(({ name, office }) => ({
        ...of,
        name,
        office: offices.role(row) || (office ?? beside ?? ''),
        sort: isByCluster ? ('one_of_row' as const) : ('unit' as const),
      })),
    ];
  });
}

const said = ({ name, office }: NamedUnit) => ({ name, office: office ?? '' });

const areByCluster = (rows: readonly RowOfCluster[], at: number): boolean =>
  rows.every(({ cluster }) => cluster.cluster + cluster.cluster_name !== '') &&
  2 * rows.filter(({ row }) => countOfUnits(row.cells[at] ?? '') > 1).length > rows.length;

const clustersAcross = (labels: readonly string[]): { at: number; name: string }[] => {
  const titles = labels.map((label) => clusterTitle({ cells: [label] }));
  return titles.flatMap((name, at) => (name === null || titles.indexOf(name) < at ? [] : [{ at, name }]));
};

/** A column a cluster, and beside it perhaps one of offices. */
function unitsUnderClusters({ labels, rows }: OrganisationTable): Listed[] {
  const clusters = clustersAcross(labels);
  return clusters.flatMap(({ at, name }) =>
    rows.flatMap((row) => {
      const beside = clusters.some((other) => other.at === at + 1) ? '' : (row.cells[at + 1] ?? '');
      return unitsNamed(row.cells[at] ?? '').map((unit) => ({
        row,
        cluster: { cluster: '', cluster_name: name },
        name: unit.name,
        office: unit.office ?? officeOf(beside) ?? '',
        sort: 'one_of_row' as const,
      }));
    }),
  );
}

/** A row of a list with one unit at most, whose values are those of that unit. */
export interface UnitRow {
  readonly row: number;
  readonly isTitle: boolean;
  value(column: OrganisationColumn): string;
  /** Those of the cell, none empty; none where the row is of several units. */
  lines(column: OrganisationColumn): readonly string[];
}

function unitRow({ row, cluster, name, office, sort }: Listed): UnitRow {
  const own: Values = { ...cluster, unit_name: name, role_in_cluster: office };
  const isOne = sort === 'unit';
  // The words that said the office are no title of a person.
  const title: Values = officeOf(row.value('contact_title')) === null ? {} : { contact_title: '' };
  return {
    row: row.row,
    isTitle: sort === 'title',
    lines: (column) => (isOne ? row.lines(column) : []),
    value: (column) =>
      ({ ...own, ...title })[column] ?? (isOne || column === 'cluster_kind' ? row.value(column) : ''),
  };
}
