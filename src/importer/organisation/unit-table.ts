import type { Office } from '../../core/organisation/cluster.ts';
import { tidySpaces } from '../../core/text/fold.ts';
import type { Document } from '../document.ts';
import { ORGANISATION_COLUMNS, type OrganisationColumn } from './organisation-columns.ts';
import { folded, type NamedRow, type NamedTable, readNamedTable } from './table-columns.ts';

export type OrganisationRow = NamedRow<OrganisationColumn>;
type OrganisationTable = NamedTable<OrganisationColumn>;
type Values = Readonly<Partial<Record<OrganisationColumn, string>>>;

/**
 * One row a unit, whichever way the file has them: its cluster beside it, or written over its units; its office in
 * words, or a cross in the column of that office; or one row a cluster, its units under their offices. Null where
 * there are none.
 */
export function readUnitRows(document: Document): readonly OrganisationRow[] | null {
  const units = readNamedTable(document, ORGANISATION_COLUMNS, ['unit_name']);
  if (units !== null) return unitsBelow(units);
  const clusters = readNamedTable(document, ORGANISATION_COLUMNS, ['cluster_name']);
  const offices = clusters === null ? [] : officeColumns(clusters);
  return clusters === null || offices.length === 0
    ? null
    : clusters.rows.flatMap((row) => unitsAcross(row, offices));
}

const OFFICES: readonly (readonly [Office, RegExp])[] = [
  ['lead', /^(lead|head|truong|(don vi )?(cum|khoi) truong|truong (cum|khoi))( thi dua)?$/],
  ['deputy', /^(deputy|pho|(don vi )?(cum|khoi) pho|pho( truong)? (cum|khoi)( truong)?)( thi dua)?( \d)?$/],
  ['member', /^(member|(cac )?(don vi )?thanh vien( (cum|khoi))?|cac don vi( (cum|khoi))?)$/],
];

/** Null for words that name none. */
export const officeOf = (words: string): Office | null =>
  OFFICES.find(([, pattern]) => pattern.test(folded(words)))?.[0] ?? null;

/** As the file has them; a cluster over its units is a row of nothing but its name. */
function unitsBelow(table: OrganisationTable): OrganisationRow[] {
  const rows = table.rows.filter((row) => !isHeadingAgain(row, table));
  const office = officeIn({ ...table, rows: rows.filter((row) => clusterTitle(row) === null) });
  const above = table.above === null || clusterTitle(table.above) === null ? [] : [table.above];
  return [...above, ...rows].map((row) => {
    const cluster = clusterTitle(row);
    if (cluster !== null) return rowOf(row, { cluster_name: cluster });
    return { ...row, value: valueOr(row, { role_in_cluster: office(row) }) };
  });
}

/** Over a table in parts, or on the next page. */
const isHeadingAgain = (row: OrganisationRow, { heading }: OrganisationTable): boolean =>
  row.cells.every((cell, at) => cell === heading.cells[at]);

const CLUSTER = /^(cụm|khối)(?!\p{L})/iu;
const NUMBER = /^([\divxl]+[.)]?)?$/i;

/** Of a row that says nothing but the name of a cluster, across one cell or many, with a number at most. */
function clusterTitle({ cells }: OrganisationRow): string | null {
  const [words, others] = [...new Set(cells.filter((cell) => !NUMBER.test(cell)).map(tidySpaces))];
  const isTitle = words !== undefined && others === undefined && CLUSTER.test(words);
  return isTitle && officeOf(words) === null ? words : null;
}

/** How a row says its office: in the column that bears that name, or by a cross under an office, or in a column of offices alone. */
function officeIn(table: OrganisationTable): (row: OrganisationRow) => string {
  if (table.places.has('role_in_cluster')) return (row) => row.value('role_in_cluster');
  const offices = officeColumns(table).filter(({ at }) =>
    table.rows.every(({ cells }) => cells[at] === '' || CROSS.test(cells[at] ?? '')),
  );
  if (offices.length > 0) {
    return ({ cells }) => offices.find(({ at }) => cells[at] !== '')?.office ?? '';
  }
  const at = table.heading.cells.findIndex((_, column) => saysOffices(table, column));
  return ({ cells }) => cells[at] ?? '';
}

const CROSS = /^[x×✓✔v•●*+]$/iu;

/** In its own words, each of them an office, whatever the column is called: "Ghi chú". */
const saysOffices = ({ places, rows }: OrganisationTable, column: number): boolean => {
  if ([...places.values()].includes(column)) return false;
  const words = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '');
  return words.length > 0 && words.every((cell) => officeOf(cell) !== null);
};

interface OfficeColumn {
  readonly office: Office;
  readonly at: number;
}

/** Those whose heading names an office: "Cụm trưởng", "Phó cụm (x)". */
const officeColumns = ({ heading }: OrganisationTable): OfficeColumn[] =>
  heading.cells.flatMap((cell, at) => {
    const office = cell === '' ? null : officeOf(cell.replace(/\(.*?\)/g, ''));
    return office === null ? [] : [{ office, at }];
  });

function unitsAcross(row: OrganisationRow, offices: readonly OfficeColumn[]): OrganisationRow[] {
  const of = { cluster: row.value('cluster'), cluster_name: row.value('cluster_name') };
  return offices.flatMap(({ office, at }) =>
    (row.cells[at] ?? '')
      .split(/[;,\n]/)
      .map(tidySpaces)
      .filter((name) => name !== '')
      .map((unit_name) => rowOf(row, { ...of, unit_name, role_in_cluster: office })),
  );
}

const rowOf = (row: OrganisationRow, values: Values): OrganisationRow => ({
  ...row,
  value: (column) => values[column] ?? '',
});

const valueOr =
  (row: OrganisationRow, values: Values) =>
  (column: OrganisationColumn): string =>
    values[column] ?? row.value(column);
